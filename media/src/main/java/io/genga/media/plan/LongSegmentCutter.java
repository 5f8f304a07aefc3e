package io.genga.media.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a segment that is much longer than a chunk should be. All pieces but the first are decoded from the segment's
 * entry, so a piece that lies far from it must keep the more frames: at least one for every {@value #MOST_LEAD_IN_PER_FRAME}
 * that are decoded in vain.
 */
final class LongSegmentCutter {

    static final int MOST_LEAD_IN_PER_FRAME = 4;

    private static final double SHORTEST_SHARE = 0.5;
    private static final double LONGEST_SHARE = 1.5;

    private final PresentationOrder order;
    private final Segment segment;
    private final double targetSeconds;

    LongSegmentCutter(PresentationOrder order, Segment segment, double targetSeconds) {
        this.order = order;
        this.segment = segment;
        this.targetSeconds = targetSeconds;
    }

    List<ChunkRange> cut() {
        List<ChunkRange> pieces = new ArrayList<>();
        int start = segment.start();
        while (start < segment.end()) {
            int end = endOfPiece(start);
            pieces.add(order.range(segment.firstPacket(), start, end));
            start = end;
        }
        return pieces;
    }

    private int endOfPiece(int start) {
        int earliest = earliestEnd(start);
        int wanted = Math.max(earliest, order.rankAfter(start, targetSeconds, segment.end()));
        int end = nearestKey(start, earliest, wanted);
        return leavesEnough(end) ? end : segment.end();
    }

    /** Where a piece may end that keeps enough for its lead-in; beyond the segment where none does. */
    private int earliestEnd(int start) {
        int firstNeeded = Integer.MAX_VALUE;
        for (int end = start + 1; end <= segment.end(); end++) {
            firstNeeded = Math.min(firstNeeded, order.packet(end - 1));
            int leadIn = firstNeeded - segment.firstPacket();
            if (leadIn <= MOST_LEAD_IN_PER_FRAME * (end - start)) {
                return end;
            }
        }
        return segment.end() + 1;
    }

    /** The key picture nearest to {@code wanted} where there is one about there, else {@code wanted} itself. */
    private int nearestKey(int start, int earliest, int wanted) {
        int low = Math.max(earliest, order.rankAfter(start, SHORTEST_SHARE * targetSeconds, segment.end()));
        int high = order.rankAfter(start, LONGEST_SHARE * targetSeconds, segment.end());
        int nearest = -1;
        for (int rank = low; rank < high; rank++) {
            if (order.isKey(rank) && (nearest < 0 || Math.abs(rank - wanted) < Math.abs(nearest - wanted))) {
                nearest = rank;
            }
        }
        return nearest < 0 ? wanted : nearest;
    }

    private boolean leavesEnough(int end) {
        return end < segment.end()
                && earliestEnd(end) <= segment.end()
                && order.seconds(end, segment.end()) >= SHORTEST_SHARE * targetSeconds;
    }
}
