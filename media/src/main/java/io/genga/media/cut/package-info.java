/** Copies the packets of each chunk out of the source, untouched. */
package io.genga.media.cut;
