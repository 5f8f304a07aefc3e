package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final DecideDriver decide = new DecideDriver();
    private final Film film = Film.of(1);

    @BeforeEach
    void begin() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
    }

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void an_assembly_that_nobody_began_is_a_backlog() {
        decide.pass(Duration.ofMinutes(10));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(1);
    }

    @Test
    void a_silent_stitcher_is_given_up_and_after_three_the_job() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(attempt);
            decide.send(Topics.WORK_PROGRESS, film.assemblyStarted(Film.attempt(attempt)));
            decide.pass(SILENCE);
        }

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED))
                .extracting(AssemblyRequested::request)
                .containsExactly(1, 2, 3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("assembly", "3 times", "90 seconds"));
    }

    @Test
    void a_failure_that_may_pass_is_tried_three_times() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            decide.send(Topics.ASSEMBLY_FAILED, film.assemblyFailed(Film.attempt(attempt), FailureKind.RETRYABLE));
            decide.send(Topics.ASSEMBLY_FAILED, film.assemblyFailed(Film.attempt(attempt), FailureKind.RETRYABLE));
        }

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("3 requests", "the store is full"));
    }

    @Test
    void a_film_that_must_not_be_published_is_made_once_more_and_then_the_job_fails_with_the_report() {
        decide.send(Topics.ASSEMBLY_FAILED, film.refused(Film.attempt(1)));
        decide.send(Topics.ASSEMBLY_FAILED, film.refused(Film.attempt(1)));
        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(2);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();

        decide.send(Topics.ASSEMBLY_FAILED, film.refused(Film.attempt(2)));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(2);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("not published", "order: frame 7 shows frame 6"));
        JobStatus last = lastStatus();
        assertThat(last.state()).isEqualTo(JobState.FAILED);
        assertThat(last.verification()).isEqualTo(film.verification(false));
        assertThat(last.output()).isNull();
    }

    @Test
    void a_failed_verification_is_tried_again_however_often_circumstances_were_to_blame() {
        decide.send(Topics.ASSEMBLY_FAILED, film.assemblyFailed(Film.attempt(1), FailureKind.RETRYABLE));
        decide.send(Topics.ASSEMBLY_FAILED, film.refused(Film.attempt(2)));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
    }

    @Test
    void a_film_that_comes_right_the_second_time_is_taken_with_its_new_report() {
        decide.send(Topics.ASSEMBLY_FAILED, film.refused(Film.attempt(1)));
        assertThat(lastStatus().verification()).isEqualTo(film.verification(false));

        decide.send(Topics.ASSEMBLY_COMPLETED, film.verified(Film.attempt(2)));

        assertThat(lastStatus().state()).isEqualTo(JobState.REMASTERED);
        assertThat(lastStatus().verification()).isEqualTo(film.verification(true));
    }

    private JobStatus lastStatus() {
        List<JobStatus> statuses = decide.sent(Topics.JOB_STATUS);
        return statuses.get(statuses.size() - 1);
    }

    @Test
    void a_permanent_failure_ends_the_job_at_once() {
        decide.send(Topics.ASSEMBLY_FAILED, film.assemblyFailed(Film.attempt(1), FailureKind.PERMANENT));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(1);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).hasSize(1);
    }

    @Test
    void a_film_that_a_given_up_stitcher_completes_is_taken_once() {
        decide.send(Topics.WORK_PROGRESS, film.assemblyStarted(Film.attempt(1)));
        decide.pass(SILENCE);
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(1)));
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(2)));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(2);
        assertThat(decide.sent(Topics.VIDEO_REMASTERED)).hasSize(1);
    }
}
