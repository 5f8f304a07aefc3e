package io.genga.media.verify.page;

import io.genga.media.verify.Timeline;
import java.util.Locale;

/** The film from left to right: how much it differs from its source, where chunks begin, where something is wrong. */
final class TimelineSection {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;
    private static final int HEIGHT_OF_BORDERS = 8;

    /** In steps of 8 bits: smaller differences are drawn small. */
    private static final double LEAST_SCALE = 4;

    private final Timeline timeline;
    private final double scale;

    private TimelineSection(Timeline timeline) {
        this.timeline = timeline;
        this.scale = Math.max(
                LEAST_SCALE,
                timeline.differences().stream().mapToDouble(one -> one).max().orElse(0));
    }

    static String of(Timeline timeline) {
        return new TimelineSection(timeline).html();
    }

    private String html() {
        StringBuilder html = new StringBuilder("<section>\n<h2>Timeline</h2>\n<figure>\n");
        html.append(String.format(
                Locale.ROOT,
                "<p class=\"scale\">up to %.1f steps of 8 bits</p>\n"
                        + "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\""
                        + " aria-label=\"Difference between source and result over the film\">\n",
                scale,
                WIDTH,
                HEIGHT + HEIGHT_OF_BORDERS));
        html.append("<path class=\"difference\" d=\"").append(curve()).append("\"/>\n");
        timeline.borders()
                .forEach(seconds -> html.append(line("border", seconds, HEIGHT, HEIGHT + HEIGHT_OF_BORDERS, "")));
        timeline.faults()
                .forEach(fault -> html.append(line(
                        "fault", fault.seconds(), 0, HEIGHT, FilmTime.precise(fault.seconds()) + ": " + fault.what())));
        html.append("</svg>\n<p class=\"times\"><span>")
                .append(FilmTime.rounded(0))
                .append("</span><span>")
                .append(FilmTime.rounded(timeline.seconds() / 2))
                .append("</span><span>")
                .append(FilmTime.rounded(timeline.seconds()))
                .append("</span></p>\n<figcaption>")
                .append(caption())
                .append("</figcaption>\n</figure>\n</section>\n");
        return html.toString();
    }

    /** Of each column the second that differs most, as steps, since a film may have fewer seconds than columns. */
    private String curve() {
        int seconds = Math.max(1, timeline.seconds());
        int columns = Math.min(WIDTH, seconds);
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * timeline.seconds() / columns);
            int to = (int) ((long) (column + 1) * timeline.seconds() / columns);
            double most = timeline.differences().subList(from, to).stream()
                    .mapToDouble(one -> one)
                    .max()
                    .orElse(0);
            path.append(String.format(
                    Locale.ROOT, "V%.1fH%.1f", HEIGHT * (1 - most / scale), (double) WIDTH * (column + 1) / columns));
        }
        return path.append("V").append(HEIGHT).append("Z").toString();
    }

    private String line(String kind, double seconds, int from, int to, String title) {
        double x = WIDTH * Math.min(1, seconds / Math.max(1, timeline.seconds()));
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"><title>%s</title></line>\n",
                kind,
                x,
                x,
                from,
                to,
                Html.text(title.isEmpty() ? FilmTime.precise(seconds) : title));
    }

    private String caption() {
        String curve =
                "For every second, how much the frame that differs most differs from the source's, both made small.";
        String borders = timeline.borders().isEmpty()
                ? ""
                : " The " + timeline.borders().size() + " marks below are where chunks begin.";
        String faults = timeline.faults().isEmpty()
                ? ""
                : " The " + timeline.faults().size() + " red lines are frames in a wrong place.";
        return curve + borders + faults;
    }
}
