package io.genga.standalone.inspect.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.media.timeline.TimelineColumn;
import io.genga.media.timeline.TimelineFigure;
import io.genga.standalone.inspect.FrameKind;
import io.genga.standalone.inspect.InspectedFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void frames_are_drawn_by_what_is_computed_of_them() {
        TimelineFigure figure = Timeline.of(
                List.of(
                        new InspectedFrame(0, 1, FrameKind.CHUNK_START, true, true),
                        new InspectedFrame(1, 0.25, FrameKind.PART, false, true),
                        new InspectedFrame(2, 0, FrameKind.HELD, false, false),
                        new InspectedFrame(3, 1.5, FrameKind.WHOLE, true, true)),
                62.5);

        assertThat(figure.columns())
                .containsExactly(
                        new TimelineColumn(1, 0, 0, 0, 0),
                        new TimelineColumn(0, 0, 0.25, 0, 0),
                        new TimelineColumn(0, 0, 0, 1, 0),
                        new TimelineColumn(0, 1, 0, 0, 0));
        assertThat(figure.marks()).containsExactly(0.75);
        assertThat(figure.times()).containsExactly("0:00.0", "0:31.3", "1:02.5");
    }
}
