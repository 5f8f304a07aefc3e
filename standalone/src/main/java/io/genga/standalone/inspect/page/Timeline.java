package io.genga.standalone.inspect.page;

import io.genga.standalone.inspect.FrameKind;
import io.genga.standalone.inspect.InspectedFrame;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The film from left to right as SVG: above, how much of each frame is computed; below, where drawings are held. Long films have several frames in
 * a column, whose means are shown.
 */
final class Timeline {

    private static final int WIDTH = 1000;
    private static final int BARS = 100;
    private static final int GAP = 4;
    private static final int STRIP = 10;
    private static final int MOST_COLUMNS = 1000;

    /** More of them would hide the rest. */
    private static final int MOST_CUTS = 200;

    private final List<InspectedFrame> frames;
    private final int columns;

    private Timeline(List<InspectedFrame> frames) {
        this.frames = frames;
        this.columns = Math.min(MOST_COLUMNS, frames.size());
    }

    static String of(List<InspectedFrame> frames) {
        return new Timeline(frames).svg();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\""
                        + " aria-label=\"Share of pixels computed, frame by frame\">%n",
                WIDTH,
                BARS + GAP + STRIP));
        for (int percent = 0; percent <= BARS; percent += BARS / 2) {
            svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M0 %dH%d\"/>%n", BARS - percent, WIDTH));
        }
        svg.append(path("start", bars(FrameKind.CHUNK_START)));
        svg.append(path("whole", bars(FrameKind.WHOLE)));
        svg.append(path("part", bars(FrameKind.PART)));
        svg.append(path("held", held()));
        svg.append(cuts());
        return svg.append("</svg>").toString();
    }

    /** Bars of one kind stand on those of the kinds before it, so that a column of several frames shows its mean. */
    private String bars(FrameKind kind) {
        StringBuilder path = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            double height = BARS * Math.min(1, share(column, kind));
            double below = BARS * shareBelow(column, kind);
            if (height > 0) {
                path.append(rectangle(column, Math.max(0, BARS - below - height), height));
            }
        }
        return path.toString();
    }

    private double shareBelow(int column, FrameKind kind) {
        double below = 0;
        for (FrameKind other : FrameKind.values()) {
            if (other.ordinal() < kind.ordinal()) {
                below += share(column, other);
            }
        }
        return below;
    }

    private double share(int column, FrameKind kind) {
        return inColumn(column).stream()
                        .filter(frame -> frame.kind() == kind)
                        .mapToDouble(InspectedFrame::share)
                        .sum()
                / inColumn(column).size();
    }

    private StringBuilder held() {
        StringBuilder path = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            List<InspectedFrame> shown = inColumn(column);
            long held = shown.stream().filter(frame -> !frame.newDrawing()).count();
            double height = (double) STRIP * held / shown.size();
            if (height > 0) {
                path.append(rectangle(column, BARS + GAP + STRIP - height, height));
            }
        }
        return path;
    }

    private StringBuilder cuts() {
        StringBuilder lines = new StringBuilder();
        List<Integer> cuts = IntStream.range(1, frames.size())
                .filter(frame -> frames.get(frame).cut())
                .boxed()
                .toList();
        if (cuts.size() <= MOST_CUTS) {
            for (int frame : cuts) {
                lines.append(String.format(
                        Locale.ROOT,
                        "<path class=\"cut\" d=\"M%.2f 0V%d\"/>%n",
                        (double) WIDTH * frame / frames.size(),
                        BARS + GAP + STRIP));
            }
        }
        return lines;
    }

    private List<InspectedFrame> inColumn(int column) {
        int from = (int) ((long) frames.size() * column / columns);
        int to = (int) ((long) frames.size() * (column + 1) / columns);
        return frames.subList(from, to);
    }

    private String rectangle(int column, double top, double height) {
        double left = (double) WIDTH * column / columns;
        double width = (double) WIDTH / columns;
        return String.format(Locale.ROOT, "M%.2f %.2fh%.2fv%.2fh-%.2fz", left, top, width, height, width);
    }

    private static String path(String kind, CharSequence outline) {
        return String.format(Locale.ROOT, "<path class=\"%s\" d=\"%s\"/>%n", kind, outline);
    }
}
