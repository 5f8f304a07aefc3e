package io.genga.media.plan;

import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of packets from a clean entry to the next that shows no picture earlier than any before it: its frames, and only its,
 * come out of decoding it alone. Decoding order and presentation order meet at its borders, so that packets and ranks have the
 * same numbers there.
 *
 * @param start first packet, and lowest rank
 * @param end packet after the last, and rank after the highest
 */
record ClosedSegment(int start, int end) {

    /** The whole film, in segments that touch. */
    static List<ClosedSegment> of(PacketIndex index) {
        List<IndexedPacket> packets = index.packets();
        long[] earliestFrom = earliestFrom(packets);
        List<ClosedSegment> segments = new ArrayList<>();
        int start = 0;
        long latestBefore = packets.get(0).pts();
        for (int i = 1; i < packets.size(); i++) {
            if (packets.get(i).cleanEntry() && latestBefore < earliestFrom[i]) {
                segments.add(new ClosedSegment(start, i));
                start = i;
            }
            latestBefore = Math.max(latestBefore, packets.get(i).pts());
        }
        segments.add(new ClosedSegment(start, packets.size()));
        return segments;
    }

    private static long[] earliestFrom(List<IndexedPacket> packets) {
        long[] earliest = new long[packets.size()];
        long soFar = Long.MAX_VALUE;
        for (int i = packets.size() - 1; i >= 0; i--) {
            soFar = Math.min(soFar, packets.get(i).pts());
            earliest[i] = soFar;
        }
        return earliest;
    }
}
