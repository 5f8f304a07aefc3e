/** Named sets of settings, so that nobody needs to know encoders to ask for a film to keep, to publish or to look at. */
package io.genga.contracts.profile;
