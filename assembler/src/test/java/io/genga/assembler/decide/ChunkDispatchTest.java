package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChunkDispatchTest {

    private static final Topic<ChunkRequested> REQUESTS = Topics.chunkRequested(PoolName.CPU);
    private static final int CREDIT = 32;

    private final DecideDriver decide = new DecideDriver();

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void no_more_chunks_are_asked_for_than_there_is_credit() {
        begin(Film.of(40), 40);

        assertThat(requested())
                .containsExactlyElementsOf(IntStream.range(0, CREDIT).boxed().toList());
    }

    @Test
    void each_completion_gives_credit_for_the_next_chunk() {
        Film film = begin(Film.of(40), 40);
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(7, Film.attempt(1)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(7, Film.attempt(2)));

        assertThat(requested()).hasSize(CREDIT + 1).endsWith(CREDIT);
    }

    @Test
    void each_failure_gives_credit_and_the_chunk_goes_first() {
        Film film = begin(Film.of(40), 40);
        decide.send(Topics.CHUNK_FAILED, film.failed(5, Film.attempt(1), FailureKind.RETRYABLE));

        assertThat(requested()).hasSize(CREDIT + 1).endsWith(5);
    }

    @Test
    void a_postponed_chunk_lends_its_credit_to_the_next() {
        Film film = begin(Film.of(40), 40);
        decide.send(Topics.CHUNK_FAILED, film.failed(5, Film.attempt(1), FailureKind.RETRYABLE, Duration.ofMinutes(1)));

        assertThat(requested()).hasSize(CREDIT + 1).endsWith(CREDIT);
    }

    @Test
    void jobs_do_not_share_their_credit() {
        begin(Film.of(40), 40);
        begin(Film.of(40), 40);

        assertThat(requested()).hasSize(2 * CREDIT);
    }

    @Test
    void the_lowest_ready_chunk_is_asked_for_first() {
        Film film = Film.of(4);
        for (int chunk : List.of(3, 1, 2, 0)) {
            decide.send(Topics.CHUNK_READY, film.ready(chunk));
        }
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());

        assertThat(requested()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_chunk_found_finished_is_not_asked_for_and_counts_as_reused() {
        Film film = Film.of(2);
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1), true));
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_READY, film.ready(1));

        assertThat(requested()).containsExactly(1);
        assertThat(decide.status().chunksDone()).isEqualTo(1);
        assertThat(decide.status().chunksReused()).isEqualTo(1);
    }

    @Test
    void the_first_result_of_a_chunk_wins() {
        Film film = begin(Film.of(2), 2);
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(8)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(2)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(9)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));

        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED))
                .singleElement()
                .extracting(AssemblyRequested::winners)
                .isEqualTo(List.of(Film.attempt(9), Film.attempt(8)));
    }

    @Test
    void frames_of_running_attempts_count_once() {
        Film film = begin(Film.of(3), 3);
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(1, Film.attempt(2), 10));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(1, Film.attempt(2), 20));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(2, Film.attempt(3), 5));
        assertThat(decide.status().framesDone()).isEqualTo(Film.FRAMES_OF_CHUNK + 25);

        decide.send(Topics.WORK_PROGRESS, film.heartbeat(1, Film.attempt(4), 2));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(1, Film.attempt(2), 30));
        assertThat(decide.status().framesDone()).isEqualTo(Film.FRAMES_OF_CHUNK + 7);

        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(2)));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(1, Film.attempt(4), 40));
        assertThat(decide.status().framesDone()).isEqualTo(2 * Film.FRAMES_OF_CHUNK + 5);
    }

    private Film begin(Film film, int readyChunks) {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        for (int chunk = 0; chunk < readyChunks; chunk++) {
            decide.send(Topics.CHUNK_READY, film.ready(chunk));
        }
        return film;
    }

    private List<Integer> requested() {
        return decide.sent(REQUESTS).stream().map(ChunkRequested::chunk).toList();
    }
}
