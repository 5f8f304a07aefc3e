package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkFailureTest {

    private static final Topic<ChunkRequested> REQUESTS = Topics.chunkRequested(PoolName.CPU);

    private final DecideDriver decide = new DecideDriver();
    private final Film film = Film.of(1);

    @BeforeEach
    void begin() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(0));
    }

    @AfterEach
    void close() {
        decide.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"RETRYABLE", "INCAPABLE"})
    void a_failure_that_may_pass_is_tried_three_times(FailureKind kind) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(attempt)));
            decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(attempt), kind));
        }
        assertThat(decide.sent(REQUESTS)).extracting(ChunkRequested::request).containsExactly(1, 2, 3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();

        decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(3), kind));
        assertThat(decide.sent(REQUESTS)).hasSize(3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> {
            assertThat(end.rejected()).isFalse();
            assertThat(end.reason()).contains("Chunk 0", "3 requests", Film.WORKER.value(), "out of memory");
        });
    }

    @Test
    void a_permanent_failure_ends_the_job_at_once() {
        decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(1), FailureKind.PERMANENT));

        assertThat(decide.sent(REQUESTS)).hasSize(1);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("Chunk 0", "out of memory"));
    }

    @Test
    void a_failed_chunk_waits_as_long_as_its_worker_advises() {
        decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(1), FailureKind.RETRYABLE, Duration.ofMinutes(3)));
        decide.pass(Duration.ofSeconds(179));
        assertThat(decide.sent(REQUESTS)).hasSize(1);

        decide.pass(Duration.ofSeconds(1));
        assertThat(decide.sent(REQUESTS)).hasSize(2);
    }

    @Test
    void a_failure_that_is_told_twice_counts_once() {
        for (int told = 0; told < 5; told++) {
            decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(1), FailureKind.RETRYABLE));
        }

        assertThat(decide.sent(REQUESTS)).hasSize(2);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
    }

    @Test
    void the_failure_of_a_worker_that_was_given_up_does_not_count_against_the_next() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(Duration.ofSeconds(90));
        decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(1), FailureKind.RETRYABLE));

        assertThat(decide.sent(REQUESTS)).hasSize(2);
    }

    @Test
    void a_failure_after_the_result_changes_nothing() {
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
        decide.send(Topics.CHUNK_FAILED, film.failed(0, Film.attempt(2), FailureKind.PERMANENT));

        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED)).hasSize(1);
    }
}
