package io.genga.media.index;

/**
 * A packet of the video stream, which is one picture, or one of the two fields of one.
 *
 * @param pts in the stream's time base
 * @param key the container's word for it; also true of pictures that begin an intra refresh
 * @param entry decoding may start here: every picture that is shown at its time or later comes out as it should. One that is
 *     decoded later but shown earlier may not
 * @param shown false for a picture that the film does not show: hidden by an edit list, a second field, or at the film's beginning and
 *     dependent on pictures that are not there
 * @param bytes size of the packet; 0 where it is unknown
 */
public record IndexedPacket(long pts, boolean key, boolean entry, boolean shown, int bytes) {

    /** Of unknown size. */
    public IndexedPacket(long pts, boolean key, boolean entry, boolean shown) {
        this(pts, key, entry, shown, 0);
    }
}
