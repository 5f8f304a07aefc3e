/** The packets of a source's video stream, and where decoding may start among them. */
package io.genga.media.index;
