package io.genga.media.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineFigureTest {

    private static final List<String> TIMES = List.of("0:00", "0:02", "0:04");

    @Test
    void each_frame_of_a_short_film_has_a_bar_of_its_kind() {
        String html = html(
                List.of(
                        TimelineColumn.ofChunkStart(1, false),
                        TimelineColumn.ofPart(0.25, false),
                        TimelineColumn.ofPart(0, true),
                        TimelineColumn.ofWhole(1.3, false)),
                List.of(0.75));

        assertThat(html)
                .contains("class=\"start\" d=\"M0.00 0.00h250.00v100.00h-250.00z\"")
                .contains("class=\"part\" d=\"M250.00 75.00h250.00v25.00h-250.00z\"")
                .contains("class=\"held\" d=\"M500.00 104.00h250.00v10.00h-250.00z\"")
                .contains("class=\"whole\" d=\"M750.00 0.00h250.00v100.00h-250.00z\"")
                .containsOnlyOnce("class=\"mark\"")
                .contains("class=\"mark\" d=\"M750.00 0V114\"")
                .contains("</i>cut</li>", "<span>0:00</span><span>0:02</span><span>0:04</span>")
                .doesNotContain("unknown");
    }

    @Test
    void a_column_of_several_frames_shows_their_mean_one_kind_on_the_other() {
        String html = html(List.of(new TimelineColumn(0.1, 0.5, 0.25, 0.4, 0.05)), List.of());

        assertThat(html)
                .contains("class=\"start\" d=\"M0.00 90.00h1000.00v10.00h-1000.00z\"")
                .contains("class=\"whole\" d=\"M0.00 40.00h1000.00v50.00h-1000.00z\"")
                .contains("class=\"part\" d=\"M0.00 15.00h1000.00v25.00h-1000.00z\"")
                .contains("class=\"unknown\" d=\"M0.00 10.00h1000.00v5.00h-1000.00z\"")
                .contains("class=\"held\" d=\"M0.00 110.00h1000.00v4.00h-1000.00z\"")
                .contains("</i>unknown</li>")
                .doesNotContain("cut");
    }

    @Test
    void marks_that_would_hide_the_rest_are_left_out() {
        List<TimelineColumn> columns = Collections.nCopies(1000, new TimelineColumn(0.01, 0.3, 0.4, 0.2, 0));

        assertThat(html(columns, Collections.nCopies(200, 0.5))).contains("class=\"mark\"");
        assertThat(html(columns, Collections.nCopies(201, 0.5)))
                .doesNotContain("class=\"mark\"")
                .hasSizeLessThan(200_000);
    }

    private static String html(List<TimelineColumn> columns, List<Double> marks) {
        return new TimelineFigure(columns, marks, "cut", TIMES).html("what was computed");
    }
}
