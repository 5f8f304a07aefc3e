package io.genga.media.verify.page;

import io.genga.media.timeline.DrawingTimeline;
import io.genga.media.timeline.TimelineFigure;
import java.util.List;

/** Of which frames how much was computed. */
final class ComputedSection {

    private ComputedSection() {}

    static String of(DrawingTimeline timeline) {
        String summary = Html.text(timeline.summary());
        return "<section>\n<h2>What was computed</h2>\n<p>" + summary + "</p>\n"
                + figure(timeline).html(Html.text(timeline.description())) + "</section>\n";
    }

    private static TimelineFigure figure(DrawingTimeline timeline) {
        List<Double> chunkStarts = timeline.chunkStarts().stream()
                .map(frame -> (double) frame / timeline.frames())
                .toList();
        List<String> times = timeline.seconds().stream()
                .map(seconds -> FilmTime.rounded(Math.round(seconds)))
                .toList();
        return new TimelineFigure(timeline.columns(), chunkStarts, "a chunk begins", times);
    }
}
