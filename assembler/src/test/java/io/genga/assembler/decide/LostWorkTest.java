package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobState;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostWorkTest {

    private static final Topic<ChunkRequested> REQUESTS = Topics.chunkRequested(PoolName.CPU);
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final Duration ALMOST = SILENCE.minusSeconds(1);
    private static final Duration WEEK = Duration.ofDays(7);

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

    @Test
    void a_chunk_whose_worker_fell_silent_is_asked_for_again() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(ALMOST);
        assertThat(requests()).isEqualTo(1);

        decide.pass(Duration.ofSeconds(1));
        assertThat(decide.sent(REQUESTS)).extracting(ChunkRequested::request).containsExactly(1, 2);
    }

    @Test
    void heartbeats_keep_a_chunk_from_being_asked_for_again() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        for (int beat = 0; beat < 20; beat++) {
            decide.pass(ALMOST);
            decide.send(Topics.WORK_PROGRESS, film.heartbeat(0, Film.attempt(1), beat));
        }

        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_backlog_of_a_week_makes_nothing_overdue() {
        for (int day = 0; day < 7; day++) {
            decide.observe(PoolName.CPU, 1);
            decide.jump(Duration.ofDays(1));
        }

        assertThat(requests()).isEqualTo(1);
        assertThat(decide.status().state()).isEqualTo(JobState.UPSCALING);
    }

    @Test
    void a_request_that_vanished_from_an_empty_pool_is_made_again() {
        decide.observe(PoolName.CPU, 0);
        decide.pass(Duration.ofMinutes(2));
        assertThat(requests())
                .as("an empty pool seen before the request settled proves nothing")
                .isEqualTo(1);

        decide.observe(PoolName.CPU, 0);
        decide.pass(Duration.ofSeconds(30));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_begun_chunk_has_not_vanished_when_its_pool_is_empty() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(Duration.ofSeconds(60));
        decide.observe(PoolName.CPU, 0);
        decide.pass(Duration.ofSeconds(20));

        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_chunk_lost_three_times_fails_its_job_and_names_the_worker() {
        for (int request = 1; request <= 3; request++) {
            decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(request)));
            decide.pass(SILENCE);
        }

        assertThat(requests()).isEqualTo(3);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("Chunk 0", "3 times", Film.WORKER.value(), "90 seconds"));
    }

    @Test
    void lost_chunks_give_their_credit_back() {
        Film other = Film.of(33);
        decide.send(Topics.VIDEO_ARRIVED, other.arrived());
        for (int chunk = 0; chunk < other.chunks(); chunk++) {
            decide.send(Topics.CHUNK_READY, other.ready(chunk));
        }
        decide.send(Topics.WORK_PROGRESS, other.started(0, Film.attempt(1)));
        decide.pass(SILENCE);
        assertThat(decide.sent(REQUESTS).get(requests() - 1))
                .satisfies(request -> assertThat(request.chunk()).isZero())
                .satisfies(request -> assertThat(request.request()).isEqualTo(2));

        decide.send(Topics.CHUNK_UPSCALED, other.upscaled(0, Film.attempt(2)));
        assertThat(decide.sent(REQUESTS).get(requests() - 1).chunk()).isEqualTo(32);
        assertThat(requests()).isEqualTo(1 + 32 + 1 + 1);
    }

    @Test
    void a_result_that_comes_after_its_worker_was_given_up_still_wins() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(SILENCE);
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(2)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(2)));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED))
                .singleElement()
                .satisfies(request -> assertThat(request.winners()).containsExactly(Film.attempt(1)));
    }

    @Test
    void a_worker_that_was_given_up_does_not_speak_for_the_next_one() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(SILENCE);
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(0, Film.attempt(1), 5));
        decide.pass(WEEK.dividedBy(1000));

        assertThat(requests()).as("the second request waits in the backlog").isEqualTo(2);
    }

    @Test
    void a_restart_gives_started_work_the_whole_time_again() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(ALMOST);
        decide.restart();
        decide.pass(ALMOST);
        assertThat(requests()).isEqualTo(1);

        decide.pass(Duration.ofSeconds(1));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_restart_forgets_nothing() {
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(0, Film.attempt(1), 9));
        decide.restart();
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
        decide.restart();
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(2)));

        assertThat(requests()).isEqualTo(1);
        assertThat(decide.sent(Topics.VIDEO_REMASTERED)).hasSize(1);
        assertThat(decide.status().framesDone()).isEqualTo(Film.FRAMES_OF_CHUNK);
    }

    @Test
    void while_this_process_stands_still_nobody_is_silent() {
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(Duration.ofSeconds(10));
        decide.jump(Duration.ofHours(8));
        decide.pass(ALMOST);
        assertThat(requests()).isEqualTo(1);

        decide.pass(Duration.ofSeconds(1));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_split_that_began_and_fell_silent_fails_the_job() {
        Film other = Film.of(2);
        decide.send(Topics.VIDEO_ARRIVED, other.arrived());
        decide.send(Topics.WORK_PROGRESS, other.splitStarted());
        decide.send(Topics.VIDEO_SPLIT, other.split());
        decide.pass(Duration.ofMinutes(9));
        decide.send(Topics.CHUNK_READY, other.ready(0));
        decide.pass(Duration.ofMinutes(9));
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();

        decide.pass(Duration.ofMinutes(1));
        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> {
            assertThat(end.job()).isEqualTo(other.job());
            assertThat(end.reason()).contains("600 seconds", "frame extractor");
        });
    }

    @Test
    void a_split_that_is_over_may_be_silent() {
        decide.observe(PoolName.CPU, 1);
        decide.pass(Duration.ofMinutes(20));

        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
    }

    @Test
    void a_split_that_nobody_began_is_a_backlog() {
        Film other = Film.of(2);
        decide.send(Topics.VIDEO_ARRIVED, other.arrived());
        decide.pass(Duration.ofMinutes(20));

        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
    }

    private int requests() {
        return decide.sent(REQUESTS).size();
    }
}
