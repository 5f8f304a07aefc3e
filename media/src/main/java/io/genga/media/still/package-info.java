/** Single pictures of a film before and after, for people to look at. */
package io.genga.media.still;
