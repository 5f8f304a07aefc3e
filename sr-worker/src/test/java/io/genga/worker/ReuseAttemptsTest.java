package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.id.JobId;
import io.genga.contracts.request.DrawingReuse;
import io.genga.upscaling.reuse.ReuseLimits;
import org.junit.jupiter.api.Test;

class ReuseAttemptsTest {

    private static final JobId JOB = JobId.random();
    /** Half of all pixels kept, off by 4 steps: 39 dB. */
    private static final ReuseFigures BROKEN = new ReuseFigures(1000, 500, 500, 10, 160, 16);

    private static final ReuseFigures KEPT = new ReuseFigures(1000, 500, 500, 10, 5, 2);
    /** As a whole 49 dB, but one sample of ten is wrong. */
    private static final ReuseFigures ONE_TILE_BROKEN = new ReuseFigures(10_000, 9000, 100, 10, 800, 800);

    @Test
    void a_promise_that_was_kept_ends_it() {
        assertThat(new ReuseAttempts(DrawingReuse.FAITHFUL).mustRepeat(JOB, 3, KEPT))
                .isFalse();
    }

    @Test
    void a_broken_one_is_pursued_more_strictly_and_at_last_without_tolerance() {
        ReuseAttempts attempts = new ReuseAttempts(DrawingReuse.FAITHFUL);
        double tolerated = ReuseLimits.of(DrawingReuse.FAITHFUL).tolerance().blockDifference();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(attempts.limits().orElseThrow().tolerance().blockDifference())
                    .isLessThanOrEqualTo(tolerated);
            tolerated *= 0.9;
            assertThat(attempts.mustRepeat(JOB, 3, BROKEN)).isTrue();
        }
        assertThat(attempts.limits()).isEmpty();
        assertThat(attempts.mustRepeat(JOB, 3, BROKEN)).isFalse();
    }

    @Test
    void samples_that_may_be_off_by_chance_do_not_break_it() {
        // 47.4 dB, but of ten samples; of a thousand that would be certain.
        assertThat(new ReuseAttempts(DrawingReuse.FAITHFUL)
                        .mustRepeat(JOB, 3, new ReuseFigures(1000, 500, 800, 10, 15, 4)))
                .isFalse();
        assertThat(new ReuseAttempts(DrawingReuse.FAITHFUL)
                        .mustRepeat(JOB, 3, new ReuseFigures(1000, 500, 800, 1000, 1500, 4)))
                .isTrue();
    }

    @Test
    void a_single_tile_far_off_breaks_it() {
        assertThat(new ReuseAttempts(DrawingReuse.FAITHFUL).mustRepeat(JOB, 3, ONE_TILE_BROKEN))
                .isTrue();
    }

    @Test
    void the_fast_setting_bears_what_the_faithful_one_does_not() {
        ReuseFigures between = new ReuseFigures(1000, 500, 800, 10, 30, 4);

        assertThat(new ReuseAttempts(DrawingReuse.FAITHFUL).mustRepeat(JOB, 3, between))
                .isTrue();
        assertThat(new ReuseAttempts(DrawingReuse.FAST).mustRepeat(JOB, 3, between))
                .isFalse();
    }

    @Test
    void without_tolerance_there_is_one_attempt() {
        assertThat(new ReuseAttempts(DrawingReuse.OFF).mustRepeat(JOB, 3, null)).isFalse();
        assertThat(new ReuseAttempts(DrawingReuse.EXACT).mustRepeat(JOB, 3, ReuseFigures.NONE))
                .isFalse();
    }
}
