package io.genga.media.verify.page;

import io.genga.media.verify.FrameStrips;
import io.genga.media.verify.FrameStrips.Pair;
import io.genga.media.verify.FrameStrips.Picture;
import io.genga.media.verify.FrameStrips.Place;
import io.genga.media.verify.FrameStrips.Strip;
import java.util.Locale;

/** Frames that follow one another, the source's above the result's. */
final class StripSection {

    private StripSection() {}

    static String of(FrameStrips strips) {
        if (strips.shown().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section>\n<h2>Frames</h2>\n<p>")
                .append(introduction(strips))
                .append("</p>\n");
        strips.shown().forEach(strip -> append(html, strip));
        return html.append("</section>\n").toString();
    }

    private static String introduction(FrameStrips strips) {
        String rows = "The source's frames above, the result's below.";
        long borders = strips.shown().stream()
                .filter(strip -> strip.place() == Place.BORDER)
                .count();
        if (strips.borders() == 0) {
            return rows;
        }
        return borders < strips.borders()
                ? rows + " Of " + strips.borders() + " borders between chunks, the " + borders
                        + " at which they differ most."
                : rows + " All " + borders + " borders between chunks.";
    }

    private static void append(StringBuilder html, Strip strip) {
        html.append(String.format(
                Locale.ROOT,
                "<figure class=\"strip %s\">\n<figcaption>%s <small>%s, differs by up to %.1f</small></figcaption>\n<div>\n",
                strip.place().name().toLowerCase(Locale.ROOT),
                title(strip),
                FilmTime.precise(strip.seconds()),
                strip.difference()));
        for (Pair pair : strip.frames()) {
            boolean behindBorder = strip.place() == Place.BORDER && pair.frame() == strip.frame();
            html.append(behindBorder ? "<div class=\"first\">" : "<div>");
            append(html, pair.source(), "source, frame " + pair.frame());
            append(html, pair.result(), "result, frame " + pair.frame());
            html.append("<small>").append(pair.frame()).append("</small></div>\n");
        }
        html.append("</div>\n</figure>\n");
    }

    private static void append(StringBuilder html, Picture picture, String name) {
        html.append("<img width=\"")
                .append(picture.width())
                .append("\" height=\"")
                .append(picture.height())
                .append("\" style=\"aspect-ratio: ")
                .append(picture.width())
                .append(" / ")
                .append(picture.height())
                .append("\" alt=\"")
                .append(name)
                .append("\" src=\"")
                .append(Html.jpeg(picture.jpeg()))
                .append("\">");
    }

    private static String title(Strip strip) {
        return switch (strip.place()) {
            case BORDER -> "A chunk begins with frame " + strip.frame();
            case FAULT -> "Frame " + strip.frame() + " is in a wrong place";
            case REGULAR -> "Around frame " + strip.frame();
        };
    }
}
