package io.genga.media.index;

/**
 * A packet of the video stream, which is one picture.
 *
 * @param pts in the stream's time base
 * @param key the container's word for it; also true of pictures that begin an open group or an intra refresh
 * @param cleanEntry decoding may truly start here: no later picture, in decoding order, refers to an earlier one
 */
public record IndexedPacket(long pts, boolean key, boolean cleanEntry) {}
