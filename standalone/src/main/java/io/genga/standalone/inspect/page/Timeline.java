package io.genga.standalone.inspect.page;

import io.genga.media.timeline.TimelineColumn;
import io.genga.media.timeline.TimelineColumns;
import io.genga.media.timeline.TimelineFigure;
import io.genga.standalone.inspect.InspectedFrame;
import java.util.List;
import java.util.stream.IntStream;

/** What was found of each frame, as it is drawn. */
final class Timeline {

    private Timeline() {}

    /** @param seconds of the film */
    static TimelineFigure of(List<InspectedFrame> frames, double seconds) {
        TimelineColumns columns = new TimelineColumns(frames.size());
        frames.forEach(frame -> columns.add(column(frame)));
        return new TimelineFigure(
                columns.columns(),
                cuts(frames),
                "cut",
                List.of(Numbers.time(0), Numbers.time(seconds / 2), Numbers.time(seconds)));
    }

    /** What the self-check computes of a held drawing is a part, too. */
    private static TimelineColumn column(InspectedFrame frame) {
        boolean held = !frame.newDrawing();
        return switch (frame.kind()) {
            case CHUNK_START -> TimelineColumn.ofChunkStart(frame.share(), held);
            case WHOLE -> TimelineColumn.ofWhole(frame.share(), held);
            case PART, HELD -> TimelineColumn.ofPart(frame.share(), held);
        };
    }

    private static List<Double> cuts(List<InspectedFrame> frames) {
        return IntStream.range(1, frames.size())
                .filter(number -> frames.get(number).cut())
                .mapToObj(number -> (double) number / frames.size())
                .toList();
    }
}
