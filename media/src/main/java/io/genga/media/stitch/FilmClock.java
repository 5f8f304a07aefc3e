package io.genga.media.stitch;

import io.genga.contracts.plan.Plan;
import java.util.Arrays;

/** All time stamps of a film's pictures, as the plan lists them, in the source's time base. */
final class FilmClock {

    private final long[] pts;
    private final int reorderDepth;

    private FilmClock(long[] pts, int reorderDepth) {
        this.pts = pts;
        this.reorderDepth = reorderDepth;
    }

    static FilmClock of(Plan plan) {
        long[] pts = plan.chunks().stream()
                .flatMap(chunk -> chunk.pts().stream())
                .mapToLong(Long::longValue)
                .toArray();
        return new FilmClock(pts, plan.target().encoder().reorderDepth());
    }

    /**
     * When the packet at {@code position}, counted over the whole film in the order of decoding, is decoded: as many frames
     * before the frame of the same position in the order of presentation as decoding runs ahead of it.
     */
    long dts(int position) {
        int presented = position - reorderDepth;
        return presented >= 0 ? pts[presented] : pts[0] + presented * firstInterval();
    }

    /** Until the next picture; for the last picture as long as for the one before it. */
    long duration(long presentedAt) {
        int position = Arrays.binarySearch(pts, presentedAt);
        if (position + 1 < pts.length) {
            return pts[position + 1] - pts[position];
        }
        return position == 0 ? 1 : pts[position] - pts[position - 1];
    }

    private long firstInterval() {
        return pts.length > 1 ? pts[1] - pts[0] : 1;
    }
}
