package io.genga.standalone.inspect.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.inspect.FrameKind;
import io.genga.standalone.inspect.InspectedFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void each_frame_of_a_short_film_has_a_bar_of_its_kind() {
        String svg = Timeline.of(List.of(
                new InspectedFrame(0, 1, FrameKind.CHUNK_START, true, true),
                new InspectedFrame(1, 0.25, FrameKind.PART, false, true),
                new InspectedFrame(2, 0, FrameKind.HELD, false, false),
                new InspectedFrame(3, 1, FrameKind.WHOLE, true, true)));

        assertThat(svg)
                .contains("class=\"start\" d=\"M0.00 0.00h250.00v100.00h-250.00z\"")
                .contains("class=\"part\" d=\"M250.00 75.00h250.00v25.00h-250.00z\"")
                .contains("class=\"held\" d=\"M500.00 104.00h250.00v10.00h-250.00z\"")
                .contains("class=\"whole\" d=\"M750.00 0.00h250.00v100.00h-250.00z\"")
                .containsOnlyOnce("class=\"cut\"")
                .contains("class=\"cut\" d=\"M750.00 0V114\"");
    }

    @Test
    void the_page_of_a_long_film_is_no_larger_than_a_screen_can_show() {
        List<InspectedFrame> hours =
                Collections.nCopies(200_000, new InspectedFrame(0, 0.5, FrameKind.PART, true, true));

        assertThat(Timeline.of(hours)).hasSizeLessThan(100_000).doesNotContain("class=\"cut\"");
    }

    @Test
    void a_column_of_several_frames_shows_their_mean() {
        InspectedFrame whole = new InspectedFrame(0, 1, FrameKind.WHOLE, false, true);
        InspectedFrame part = new InspectedFrame(0, 0.5, FrameKind.PART, false, true);
        List<InspectedFrame> frames = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            frames.add(whole);
            frames.add(part);
        }

        assertThat(Timeline.of(frames)).contains("M0.00 75.00h1.00v25.00").contains("M0.00 25.00h1.00v50.00");
    }
}
