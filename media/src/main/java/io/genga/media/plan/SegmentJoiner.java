package io.genga.media.plan;

import java.util.List;

/** Joins segments to chunks of about the target length, each up to where a shot most likely begins. */
final class SegmentJoiner {

    /** In target lengths; a longer segment is cut with lead-in rather than kept whole. */
    private static final double LONGEST_WHOLE_SEGMENT = 1.5;

    /** In target lengths; where a shot begins sooner, a chunk goes on. */
    private static final double SHORTEST = 0.5;

    private final PresentationOrder order;
    private final List<Segment> segments;
    private final ShotBorders shots;
    private final double targetSeconds;

    SegmentJoiner(PresentationOrder order, List<Segment> segments, ShotBorders shots, double targetSeconds) {
        this.order = order;
        this.segments = segments;
        this.shots = shots;
        this.targetSeconds = targetSeconds;
    }

    boolean isLong(int segment) {
        Segment found = segments.get(segment);
        return order.seconds(found.start(), found.end()) > LONGEST_WHOLE_SEGMENT * targetSeconds;
    }

    /** @return the segment behind the last that is joined with {@code first}, which is not long */
    int endOfChunk(int first) {
        int last = lastEnd(first);
        int likeliest = first;
        int nearest = first + 1;
        for (int end = first + 1; end <= last; end++) {
            nearest = distance(first, end, shots.otherwise()) <= distance(first, nearest, shots.otherwise())
                    ? end
                    : nearest;
            likeliest = isLikelier(first, end, likeliest) ? end : likeliest;
        }
        if (likeliest > first) {
            return likeliest;
        }
        return likelihood(last) > 0 ? last : nearest;
    }

    /** Behind which no more is joined. */
    private int lastEnd(int first) {
        double longest = Math.max(shots.patience(), shots.otherwise() + SHORTEST) * targetSeconds;
        int end = first + 1;
        while (end < segments.size() && !isLong(end) && seconds(first, end + 1) <= longest) {
            end++;
        }
        return end;
    }

    private boolean isLikelier(int first, int end, int likeliest) {
        double length = seconds(first, end);
        boolean inTime = length >= SHORTEST * targetSeconds && length <= shots.patience() * targetSeconds;
        if (!inTime || likelihood(end) == 0) {
            return false;
        }
        return likeliest == first
                || likelihood(end) > likelihood(likeliest)
                || likelihood(end) == likelihood(likeliest) && distance(first, end, 1) <= distance(first, likeliest, 1);
    }

    /** That a shot begins with the segment behind a chunk. */
    private double likelihood(int end) {
        return shots.likelihoods()[segments.get(end - 1).end()];
    }

    private double distance(int first, int end, double targets) {
        return Math.abs(seconds(first, end) - targets * targetSeconds);
    }

    private double seconds(int first, int end) {
        return order.seconds(segments.get(first).start(), segments.get(end - 1).end());
    }
}
