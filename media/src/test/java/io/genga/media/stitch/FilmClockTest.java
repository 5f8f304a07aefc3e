package io.genga.media.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.PlanBuilder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilmClockTest {

    @Test
    void decoding_runs_ahead_by_the_reorder_depth_across_chunks() {
        FilmClock clock = FilmClock.of(new PlanBuilder()
                .encoder(new X264Settings(18, "medium"))
                .chunks(new long[] {100, 110, 130}, new long[] {170, 171, 200})
                .build());

        assertThat(IntStream.range(0, 6).mapToLong(clock::dts)).containsExactly(80L, 90L, 100L, 110L, 130L, 170L);
    }

    @Test
    void without_reordering_decoding_and_presentation_coincide() {
        FilmClock clock = FilmClock.of(new PlanBuilder()
                .encoder(new Ffv1Settings())
                .chunks(new long[] {-5, 0, 7})
                .build());

        assertThat(IntStream.range(0, 3).mapToLong(clock::dts)).containsExactly(-5L, 0L, 7L);
    }

    @Test
    void a_picture_lasts_until_the_next_one_and_the_last_as_long_as_the_one_before() {
        FilmClock clock = FilmClock.of(
                new PlanBuilder().chunks(new long[] {0, 10}, new long[] {40}).build());

        assertThat(clock.duration(0)).isEqualTo(10);
        assertThat(clock.duration(10)).isEqualTo(30);
        assertThat(clock.duration(40)).isEqualTo(30);
    }

    @Test
    void a_film_of_one_picture_has_a_clock_too() {
        FilmClock clock = FilmClock.of(new PlanBuilder()
                .encoder(new X264Settings(18, "medium"))
                .chunks(new long[] {9})
                .build());

        assertThat(clock.dts(0)).isEqualTo(7);
        assertThat(clock.duration(9)).isEqualTo(1);
    }
}
