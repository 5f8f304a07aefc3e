package io.genga.media.encode;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the packets of an encoder are decoded: as many pictures before the one of the same position in the order of presentation as decoding
 * runs ahead of it, as in the finished film. The encoder's own times are not taken: with those of x265 a short chunk could now and then not
 * be written, in one run out of many. Not thread-safe.
 */
final class DecodingTimes {

    private final Deque<Long> presented = new ArrayDeque<>();
    private final int reorderDepth;
    private int packets;

    DecodingTimes(int reorderDepth) {
        this.reorderDepth = reorderDepth;
    }

    /** @param pts of the next picture in the order of presentation */
    void present(long pts) {
        presented.add(pts);
    }

    /** Of the next packet, of a picture that was presented, in the same time base. */
    long next() {
        int ahead = reorderDepth - packets++;
        return ahead > 0 ? presented.getFirst() - ahead : presented.removeFirst();
    }
}
