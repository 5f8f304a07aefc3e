package io.genga.media.plan;

import io.genga.contracts.id.ChunkId;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a film into chunks of about equal length, cut where decoding may start as far as the film allows: short groups of
 * pictures are joined, long ones cut with lead-in. Every frame is kept by exactly one chunk. Stateless and thread-safe.
 */
public final class ChunkPlanner {

    /** A segment longer than this, in target lengths, is cut with lead-in rather than kept whole. */
    private static final double LONGEST_WHOLE_SEGMENT = 1.5;

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    private final double targetSeconds;

    /** @param target length of a chunk, positive; raised for a film that would have more than {@link ChunkId#MAX_CHUNKS} */
    public ChunkPlanner(Duration target) {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target length " + target + " of a chunk must be positive");
        }
        this.targetSeconds = target.toNanos() / NANOSECONDS_PER_SECOND;
    }

    /** Chunks in the order of the film, adjacent and without overlap in what they keep. */
    public List<ChunkRange> plan(PacketIndex index) {
        PresentationOrder order = new PresentationOrder(index);
        List<ClosedSegment> segments = ClosedSegment.of(index);
        double target = targetSeconds;
        List<ChunkRange> chunks = divide(order, segments, target);
        while (chunks.size() > ChunkId.MAX_CHUNKS) {
            target *= 2;
            chunks = divide(order, segments, target);
        }
        return chunks;
    }

    private static List<ChunkRange> divide(PresentationOrder order, List<ClosedSegment> segments, double target) {
        List<ChunkRange> chunks = new ArrayList<>();
        int start = 0;
        for (ClosedSegment segment : segments) {
            if (order.seconds(segment.start(), segment.end()) > LONGEST_WHOLE_SEGMENT * target) {
                addJoined(chunks, order, start, segment.start());
                chunks.addAll(new LongSegmentCutter(order, segment, target).cut());
                start = segment.end();
            } else if (isNearer(order, start, segment, target)) {
                addJoined(chunks, order, start, segment.start());
                start = segment.start();
            }
        }
        addJoined(chunks, order, start, order.frameCount());
        return chunks;
    }

    /** Whether the segments from {@code start} on are nearer to the target length without {@code segment} than with it. */
    private static boolean isNearer(PresentationOrder order, int start, ClosedSegment segment, double target) {
        double without = order.seconds(start, segment.start());
        double with = order.seconds(start, segment.end());
        return target - without < with - target;
    }

    private static void addJoined(List<ChunkRange> chunks, PresentationOrder order, int start, int end) {
        if (start < end) {
            chunks.add(order.range(start, start, end));
        }
    }
}
