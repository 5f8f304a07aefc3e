package io.genga.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ProgressLine line = new ProgressLine();

    @Test
    void before_the_film_is_split_there_is_only_a_stage() {
        assertThat(line.of(status(JobState.SPLITTING, null, 0), 0)).isEqualTo("splitting");
    }

    @Test
    void speed_counts_only_what_was_done_under_observation() {
        line.of(status(JobState.UPSCALING, 1000L, 400), seconds(100));

        String shown = line.of(status(JobState.UPSCALING, 1000L, 500), seconds(110));

        assertThat(shown).isEqualTo("upscaling  500/1000 frames  50 %  10.0 frames/s  0:50 left");
    }

    @Test
    void no_speed_is_claimed_before_a_frame_is_done() {
        line.of(status(JobState.UPSCALING, 1000L, 400), seconds(100));

        assertThat(line.of(status(JobState.UPSCALING, 1000L, 400), seconds(110)))
                .isEqualTo("upscaling  400/1000 frames  40 %");
    }

    @Test
    void lost_frames_begin_the_observation_anew() {
        line.of(status(JobState.UPSCALING, 1000L, 500), seconds(100));
        line.of(status(JobState.UPSCALING, 1000L, 450), seconds(105));

        assertThat(line.of(status(JobState.UPSCALING, 1000L, 500), seconds(110)))
                .endsWith("50 %  10.0 frames/s  0:50 left");
    }

    @Test
    void long_waits_are_told_in_hours() {
        line.of(status(JobState.UPSCALING, 100_000L, 0), 0);

        assertThat(line.of(status(JobState.UPSCALING, 100_000L, 100), seconds(10)))
                .endsWith("10.0 frames/s  2:46:30 left");
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static JobStatus status(JobState state, Long framesTotal, long framesDone) {
        return new JobStatus(
                TenantId.DEFAULT,
                JobId.random(),
                state,
                "in.mp4",
                "nearest-x2",
                framesTotal,
                framesDone,
                null,
                0,
                0,
                List.of(),
                null,
                null,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                StageTimings.NONE,
                null,
                null,
                null);
    }
}
