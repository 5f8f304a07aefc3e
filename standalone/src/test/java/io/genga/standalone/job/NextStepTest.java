package io.genga.standalone.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextStepTest {

    private static final JobId FIRST = JobId.random();
    private static final JobId SECOND = FIRST.nextTry();
    private static final JobId THIRD = SECOND.nextTry();

    private final Map<JobId, JobStatus> known = new HashMap<>();

    @Test
    void work_that_nobody_knows_is_submitted() {
        assertThat(next(false)).isEqualTo(new NextStep.Submit(FIRST, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"ACCEPTED", "SPLITTING", "UPSCALING", "ASSEMBLING"})
    void work_under_way_is_followed(JobState state) {
        JobStatus status = know(FIRST, state);

        assertThat(next(true)).isEqualTo(new NextStep.Follow(status));
    }

    @Test
    void a_film_that_is_still_in_the_outbox_is_delivered() {
        JobStatus status = know(FIRST, JobState.REMASTERED);

        assertThat(next(true)).isEqualTo(new NextStep.Deliver(status));
    }

    @Test
    void a_film_that_was_delivered_before_is_made_again() {
        know(FIRST, JobState.REMASTERED);

        assertThat(next(false)).isEqualTo(new NextStep.Submit(SECOND, FIRST));
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"FAILED", "CANCELLED"})
    void work_that_ended_badly_is_tried_again(JobState state) {
        know(FIRST, state);

        assertThat(next(true)).isEqualTo(new NextStep.Submit(SECOND, FIRST));
    }

    @Test
    void the_latest_try_counts() {
        know(FIRST, JobState.FAILED);
        know(SECOND, JobState.CANCELLED);
        JobStatus latest = know(THIRD, JobState.UPSCALING);

        assertThat(next(true)).isEqualTo(new NextStep.Follow(latest));
    }

    private JobStatus know(JobId job, JobState state) {
        JobStatus status = Statuses.of(job, state);
        known.put(job, status);
        return status;
    }

    private NextStep next(boolean filmIsThere) {
        return NextStep.of(FIRST, job -> Optional.ofNullable(known.get(job)), status -> filmIsThere);
    }
}
