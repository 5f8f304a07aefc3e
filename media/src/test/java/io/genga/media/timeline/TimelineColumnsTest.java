package io.genga.media.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineColumnsTest {

    @Test
    void the_frames_of_a_short_film_stand_alone() {
        TimelineColumns columns = new TimelineColumns(3);
        columns.add(TimelineColumn.ofChunkStart(1, false));
        columns.add(TimelineColumn.ofPart(0.25, true));
        columns.add(TimelineColumn.ofUnknown());

        assertThat(columns.columns())
                .containsExactly(
                        new TimelineColumn(1, 0, 0, 0, 0),
                        new TimelineColumn(0, 0, 0.25, 1, 0),
                        new TimelineColumn(0, 0, 0, 0, 1));
    }

    @Test
    void a_column_of_several_frames_is_their_mean() {
        TimelineColumns columns = new TimelineColumns(2000);
        for (int i = 0; i < 1000; i++) {
            columns.add(TimelineColumn.ofWhole(1, false));
            columns.add(TimelineColumn.ofPart(0.5, true));
        }

        assertThat(columns.columns()).hasSize(1000).containsOnly(new TimelineColumn(0, 0.5, 0.25, 0.5, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 999", "1000, 1000", "1001, 1000", "1999, 1000", "200003, 1000"})
    void there_are_no_more_columns_than_a_screen_can_show(long frames, int expected) {
        TimelineColumns columns = new TimelineColumns(frames);
        for (long i = 0; i < frames; i++) {
            columns.add(TimelineColumn.ofPart(0.5, false));
        }

        assertThat(columns.columns()).hasSize(expected).containsOnly(new TimelineColumn(0, 0, 0.5, 0, 0));
    }

    @Test
    void a_film_that_is_not_there_to_its_end_has_no_columns() {
        TimelineColumns columns = new TimelineColumns(2);
        columns.add(TimelineColumn.ofUnknown());

        assertThatThrownBy(columns::columns).hasMessage("1 of 2 frames were added");
    }
}
