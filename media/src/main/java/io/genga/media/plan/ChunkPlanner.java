package io.genga.media.plan;

import io.genga.contracts.id.ChunkId;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Segment> segments = Segment.of(index, order);
        double target = targetSeconds;
        List<ChunkRange> chunks = divide(order, segments, target);
        while (chunks.size() > ChunkId.MAX_CHUNKS) {
            target *= 2;
            chunks = divide(order, segments, target);
        }
        return chunks;
    }

    private static List<ChunkRange> divide(PresentationOrder order, List<Segment> segments, double target) {
        List<ChunkRange> chunks = new ArrayList<>();
        Optional<Segment> joined = Optional.empty();
        for (Segment segment : segments) {
            if (order.seconds(segment.start(), segment.end()) > LONGEST_WHOLE_SEGMENT * target) {
                joined.ifPresent(before -> chunks.add(whole(order, before)));
                chunks.addAll(new LongSegmentCutter(order, segment, target).cut());
                joined = Optional.empty();
            } else if (joined.isEmpty() || isNearer(order, joined.get(), segment, target)) {
                joined.ifPresent(before -> chunks.add(whole(order, before)));
                joined = Optional.of(segment);
            } else {
                joined = Optional.of(joined.get().upTo(segment));
            }
        }
        joined.ifPresent(last -> chunks.add(whole(order, last)));
        return chunks;
    }

    /** Whether what is joined so far is nearer to the target length without {@code next} than with it. */
    private static boolean isNearer(PresentationOrder order, Segment joined, Segment next, double target) {
        double without = order.seconds(joined.start(), joined.end());
        double with = order.seconds(joined.start(), next.end());
        return target - without < with - target;
    }

    private static ChunkRange whole(PresentationOrder order, Segment segment) {
        return order.range(segment.firstPacket(), segment.start(), segment.end());
    }
}
