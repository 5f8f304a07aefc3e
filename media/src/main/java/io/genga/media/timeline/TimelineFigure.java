package io.genga.media.timeline;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A timeline as a figure of an HTML page that has {@code timeline.css} and the colours {@code --line} and {@code --ink}: above, how much of each frame is
 * computed; below, where drawings are held.
 *
 * @param columns from left to right, at least one
 * @param marks where something begins, from 0, at the left end, to 1; not drawn where there are too many to leave anything else to be seen
 * @param meaningOfMarks for the legend
 * @param times at the left end, in the middle and at the right end
 */
public record TimelineFigure(
        List<TimelineColumn> columns, List<Double> marks, String meaningOfMarks, List<String> times) {

    /** For {@link io.genga.media.verify.page.Html#style}: a resource beside this class. */
    public static final String STYLE = "timeline.css";

    static final int MOST_MARKS = 200;

    private static final int WIDTH = 1000;
    private static final int BARS = 100;
    private static final int GAP = 4;
    private static final int STRIP = 10;
    private static final int HEIGHT = BARS + GAP + STRIP;

    public TimelineFigure {
        columns = List.copyOf(columns);
        marks = marks.size() > MOST_MARKS ? List.of() : List.copyOf(marks);
        times = List.copyOf(times);
    }

    /**
     * @param label what it shows, for those who cannot see it
     * @return HTML, with nothing in it that would have to be escaped but {@code label}
     */
    public String html(String label) {
        return """
                <figure class="timeline">
                %s<div class="times"><span>%s</span></div>
                <ul class="legend">%s</ul>
                <figcaption>Bars: the share of each frame that is computed, up to all of it.</figcaption>
                </figure>
                """.formatted(svg(label), String.join("</span><span>", times), legend());
    }

    private String legend() {
        return entry("part", "a part of the picture is computed")
                + entry("whole", "all of it, as it has changed")
                + entry("start", "all of it, as a chunk begins")
                + entryIfAny(TimelineColumn::held, "held", "the drawing before is held")
                + entryIfAny(TimelineColumn::unknown, "unknown", "unknown")
                + (marks.isEmpty() ? "" : entry("line", meaningOfMarks));
    }

    private String entryIfAny(ToDoubleFunction<TimelineColumn> share, String kind, String meaning) {
        return columns.stream().mapToDouble(share).anyMatch(found -> found > 0) ? entry(kind, meaning) : "";
    }

    private static String entry(String kind, String meaning) {
        return "<li><i class=\"" + kind + "\"></i>" + meaning + "</li>";
    }

    private String svg(String label) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                label));
        for (int percent = 0; percent <= BARS; percent += BARS / 2) {
            svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M0 %dH%d\"/>%n", BARS - percent, WIDTH));
        }
        svg.append(bars("start", column -> 0, TimelineColumn::chunkStart))
                .append(bars("whole", TimelineColumn::chunkStart, TimelineColumn::whole))
                .append(bars("part", column -> column.chunkStart() + column.whole(), TimelineColumn::part))
                .append(bars("unknown", TimelineColumn::computed, TimelineColumn::unknown))
                .append(held());
        for (double mark : marks) {
            svg.append(String.format(Locale.ROOT, "<path class=\"mark\" d=\"M%.2f 0V%d\"/>%n", WIDTH * mark, HEIGHT));
        }
        return svg.append("</svg>\n").toString();
    }

    /** Bars of one kind stand on those of the kinds before it, so that a column of several frames shows its mean. */
    private String bars(String kind, ToDoubleFunction<TimelineColumn> below, ToDoubleFunction<TimelineColumn> share) {
        StringBuilder outline = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            double height = BARS * share.applyAsDouble(columns.get(i));
            double top = BARS * (1 - below.applyAsDouble(columns.get(i))) - height;
            outline.append(rectangle(i, Math.max(0, top), height));
        }
        return path(kind, outline);
    }

    private String held() {
        StringBuilder outline = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            double height = STRIP * columns.get(i).held();
            outline.append(rectangle(i, HEIGHT - height, height));
        }
        return path("held", outline);
    }

    private String rectangle(int column, double top, double height) {
        if (height == 0) {
            return "";
        }
        double left = (double) WIDTH * column / columns.size();
        double width = (double) WIDTH / columns.size();
        return String.format(Locale.ROOT, "M%.2f %.2fh%.2fv%.2fh-%.2fz", left, top, width, height, width);
    }

    private static String path(String kind, CharSequence outline) {
        return outline.isEmpty() ? "" : String.format(Locale.ROOT, "<path class=\"%s\" d=\"%s\"/>%n", kind, outline);
    }
}
