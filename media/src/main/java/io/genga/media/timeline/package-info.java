/** A film from left to right: what of its frames is computed, and where drawings are held. */
package io.genga.media.timeline;
