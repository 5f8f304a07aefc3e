package io.genga.upscaling.reuse;

import io.genga.upscaling.tile.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins changed tiles into few rectangles. Each is computed with a halo around it, so that two of them that lie close cost more than one
 * around both, even if that takes in tiles that have not changed.
 */
public final class ChangedRegions {

    /**
     * What one more run of a network costs beside its pixels, in pixels. Processor time of genga-cel-x2 in squares of 28 to 128 pixels is that of
     * their pixels and 150 more; tensors around them cost something, too.
     */
    private static final int PIXELS_PER_RUN = 256;

    private final ChangeMap changes;
    private final int halo;
    private final List<Range> ranges = new ArrayList<>();

    private ChangedRegions(ChangeMap changes, int halo) {
        this.changes = changes;
        this.halo = halo;
    }

    /** In tiles; both ends inclusive. */
    private record Range(int left, int top, int right, int bottom) {

        Range with(Range other) {
            return new Range(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        boolean meets(Range other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }
    }

    /**
     * @param halo computed around each rectangle, in pixels
     * @return in pixels, without halos; they cover all changed tiles and do not overlap
     */
    public static List<Rectangle> of(ChangeMap changes, int halo) {
        ChangedRegions regions = new ChangedRegions(changes, halo);
        regions.runs().forEach(regions::insert);
        return regions.ranges.stream().map(regions::pixels).toList();
    }

    /** Runs of changed tiles in a row, those of equal ends in rows below each other as one. */
    private List<Range> runs() {
        List<Range> runs = new ArrayList<>();
        TileGrid grid = changes.grid();
        for (int row = 0; row < grid.rows(); row++) {
            int column = 0;
            while (column < grid.columns()) {
                int end = column;
                while (end < grid.columns() && changes.isChanged(end, row)) {
                    end++;
                }
                if (end > column) {
                    addRun(runs, column, end - 1, row);
                }
                column = end + 1;
            }
        }
        return runs;
    }

    private static void addRun(List<Range> runs, int left, int right, int row) {
        for (int i = 0; i < runs.size(); i++) {
            Range above = runs.get(i);
            if (above.left == left && above.right == right && above.bottom == row - 1) {
                runs.set(i, new Range(left, above.top, right, row));
                return;
            }
        }
        runs.add(new Range(left, row, right, row));
    }

    /** Joins a range with the one with which it saves most, and what comes of it with the next, until nothing is saved. */
    private void insert(Range range) {
        Range grown = range;
        for (int partner = bestPartner(grown); partner >= 0; partner = bestPartner(grown)) {
            grown = grown.with(ranges.remove(partner));
        }
        ranges.add(grown);
    }

    private int bestPartner(Range range) {
        long best = 0;
        int partner = -1;
        for (int i = 0; i < ranges.size(); i++) {
            long saved = range.meets(ranges.get(i)) ? Long.MAX_VALUE : saved(range, ranges.get(i));
            if (saved > best) {
                best = saved;
                partner = i;
            }
        }
        return partner;
    }

    private long saved(Range one, Range other) {
        return cost(one) + cost(other) - cost(one.with(other));
    }

    private long cost(Range range) {
        Rectangle pixels = pixels(range);
        TileGrid grid = changes.grid();
        long width = Math.min(grid.width(), pixels.right() + halo) - Math.max(0, pixels.x() - halo);
        long height = Math.min(grid.height(), pixels.bottom() + halo) - Math.max(0, pixels.y() - halo);
        return width * height + PIXELS_PER_RUN;
    }

    private Rectangle pixels(Range range) {
        return changes.grid().pixels(range.left, range.top, range.right - range.left + 1, range.bottom - range.top + 1);
    }
}
