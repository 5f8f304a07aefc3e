package io.genga.media.plan;

import io.genga.contracts.id.ChunkId;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a film into chunks of about equal length, cut where decoding may start as far as the film allows: short groups of
 * pictures are joined, up to where a shot seems to begin if one does about there, and long ones cut with lead-in. Every frame is kept by exactly one chunk. Stateless and thread-safe.
 */
public final class ChunkPlanner {

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
        List<Segment> segments = Segment.of(index, order);
        double target = targetSeconds;
        ShotBorders shots = ShotBorders.in(order);
        List<ChunkRange> chunks = divide(order, segments, shots, target);
        while (chunks.size() > ChunkId.MAX_CHUNKS) {
            target *= 2;
            chunks = divide(order, segments, shots, target);
        }
        return chunks;
    }

    private static List<ChunkRange> divide(
            PresentationOrder order, List<Segment> segments, ShotBorders shots, double target) {
        SegmentJoiner joiner = new SegmentJoiner(order, segments, shots, target);
        List<ChunkRange> chunks = new ArrayList<>();
        int next = 0;
        while (next < segments.size()) {
            Segment first = segments.get(next);
            if (joiner.isLong(next)) {
                chunks.addAll(new LongSegmentCutter(order, first, target).cut());
                next++;
            } else {
                int end = joiner.endOfChunk(next);
                chunks.add(whole(order, first.upTo(segments.get(end - 1))));
                next = end;
            }
        }
        return chunks;
    }

    private static ChunkRange whole(PresentationOrder order, Segment segment) {
        return order.range(segment.firstPacket(), segment.start(), segment.end());
    }
}
