package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.StageUse;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobLifeTest {

    private static final Topic<ChunkRequested> REQUESTS = Topics.chunkRequested(PoolName.CPU);

    private final DecideDriver decide = new DecideDriver();
    private final Film film = Film.of(2);

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void a_film_goes_from_accepted_to_remastered() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.WORK_PROGRESS, film.splitStarted());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_READY, film.ready(1));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(1)));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(2)));
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(3)));

        assertThat(decide.sent(REQUESTS)).extracting(ChunkRequested::chunk).containsExactly(0, 1);
        assertThat(decide.sent(Topics.VIDEO_REMASTERED)).singleElement().satisfies(end -> assertThat(end.output())
                .isEqualTo(film.output()));
        assertThat(decide.sent(Topics.JOB_STATUS))
                .extracting(JobStatus::state)
                .containsSubsequence(
                        JobState.ACCEPTED,
                        JobState.SPLITTING,
                        JobState.UPSCALING,
                        JobState.ASSEMBLING,
                        JobState.REMASTERED);
        assertThat(decide.status().timings().millis())
                .containsEntry("split", 10L)
                .containsEntry("infer", 20L)
                .containsEntry("stitch", 10L);
        PipelineTimings pipeline = decide.status().pipeline();
        assertThat(pipeline.stages()).containsExactly(Map.entry("infer", new StageUse(160, 30, 10)));
        assertThat(pipeline.share(160)).isEqualTo(0.8);
    }

    @Test
    void frames_that_are_run_before_chunks_are_added_up() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_READY, film.ready(1));
        assertThat(decide.status().warmUpFrames()).isNull();

        decide.send(Topics.CHUNK_UPSCALED, film.warmedUp(0, Film.attempt(1), 0));
        decide.send(Topics.CHUNK_UPSCALED, film.warmedUp(1, Film.attempt(2), 8));

        assertThat(decide.status().warmUpFrames()).isEqualTo(8);
    }

    @Test
    void a_film_is_remastered_though_its_arrival_is_heard_of_last() {
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(1)));
        decide.send(Topics.CHUNK_READY, film.ready(1));
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.VIDEO_SPLIT, film.split());
        assertThat(decide.sent(Topics.JOB_STATUS)).isEmpty();
        assertThat(decide.sent(REQUESTS)).isEmpty();

        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(2)));
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(3)));

        assertThat(decide.sent(REQUESTS)).extracting(ChunkRequested::chunk).containsExactly(0);
        assertThat(decide.status().state()).isEqualTo(JobState.REMASTERED);
    }

    @Test
    void nothing_follows_the_end_of_a_job() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.JOB_COMMAND, film.cancel());
        int statuses = decide.sent(Topics.JOB_STATUS).size();

        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_SPLIT, film.split());
        decide.send(Topics.CHUNK_READY, film.ready(1));
        decide.send(Topics.WORK_PROGRESS, film.heartbeat(0, Film.attempt(1), 5));
        decide.send(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
        decide.send(Topics.VIDEO_REJECTED, film.rejected());
        decide.send(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(2)));
        decide.send(Topics.JOB_COMMAND, film.cancel());
        decide.pass(Duration.ofMinutes(5));

        assertThat(decide.sent(Topics.VIDEO_CANCELLED)).hasSize(1);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
        assertThat(decide.sent(Topics.VIDEO_REMASTERED)).isEmpty();
        assertThat(decide.sent(REQUESTS)).hasSize(1);
        assertThat(decide.sent(Topics.JOB_STATUS)).hasSize(statuses);
        assertThat(decide.status().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_second_arrival_of_a_running_job_changes_nothing() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());

        assertThat(decide.sent(Topics.JOB_STATUS)).hasSize(1);
    }

    @Test
    void a_job_cancelled_before_it_arrives_ends_as_it_arrives() {
        decide.send(Topics.JOB_COMMAND, film.cancel());
        assertThat(decide.sent(Topics.VIDEO_CANCELLED)).isEmpty();

        decide.send(Topics.VIDEO_ARRIVED, film.arrived());

        assertThat(decide.sent(Topics.VIDEO_CANCELLED)).hasSize(1);
        assertThat(decide.sent(Topics.JOB_STATUS)).extracting(JobStatus::state).containsExactly(JobState.CANCELLED);
    }

    @Test
    void a_refused_video_fails_as_rejected_with_the_reason() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.VIDEO_REJECTED, film.rejected());

        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> {
            assertThat(end.rejected()).isTrue();
            assertThat(end.reason()).isEqualTo("It is a playlist.");
        });
        assertThat(decide.status().rejected()).isTrue();
        assertThat(decide.status().reason()).isEqualTo("It is a playlist.");
    }

    @Test
    void a_chunk_for_an_unknown_pool_fails_the_job_and_names_the_pools() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.CHUNK_READY, film.ready(0, new PoolName("gpu-16g")));

        assertThat(decide.sent(Topics.VIDEO_FAILED)).singleElement().satisfies(end -> assertThat(end.reason())
                .contains("Chunk 0", "'gpu-16g'", "[cpu]"));
    }

    @Test
    void a_plan_without_chunks_fails_the_job() {
        Film empty = Film.of(0);
        decide.send(Topics.VIDEO_ARRIVED, empty.arrived());
        decide.send(Topics.VIDEO_SPLIT, empty.split());

        assertThat(decide.status().state()).isEqualTo(JobState.FAILED);
        assertThat(decide.status().reason()).contains("0 chunks");
    }

    @Test
    void events_about_impossible_chunks_do_not_stop_the_job() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.WORK_PROGRESS, film.started(-1, Film.attempt(1)));
        decide.send(Topics.WORK_PROGRESS, film.started(10_000, Film.attempt(1)));
        decide.send(Topics.CHUNK_READY, film.ready(0));

        assertThat(decide.sent(REQUESTS)).extracting(ChunkRequested::chunk).containsExactly(0);
    }

    @Test
    void the_trace_of_an_event_goes_on_in_what_it_causes() {
        String arrival = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String ready = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
        decide.send(Topics.VIDEO_ARRIVED, film.arrived(), arrival);
        decide.send(Topics.CHUNK_READY, film.ready(0), ready);
        decide.send(Topics.WORK_PROGRESS, film.started(0, Film.attempt(1)));
        decide.pass(Duration.ofSeconds(91));

        assertThat(decide.records(REQUESTS))
                .extracting(message ->
                        new String(message.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .containsExactly(ready, arrival);
    }

    @Test
    void ended_jobs_keep_no_chunks_and_are_forgotten_after_a_week() {
        decide.send(Topics.VIDEO_ARRIVED, film.arrived());
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.send(Topics.CHUNK_READY, film.ready(1));
        decide.send(Topics.JOB_COMMAND, film.cancel());
        assertThat(decide.entries("chunks")).isZero();
        assertThat(decide.entries("jobs")).isOne();

        decide.jump(Duration.ofDays(7).minusSeconds(1));
        assertThat(decide.entries("jobs")).isOne();

        decide.pass(Duration.ofSeconds(2));
        assertThat(decide.entries("jobs")).isZero();
        assertThat(decide.entries("deadlines")).isZero();
    }

    @Test
    void a_job_that_never_arrives_is_forgotten_after_a_week() {
        decide.send(Topics.CHUNK_READY, film.ready(0));
        decide.jump(Duration.ofDays(8));

        assertThat(decide.entries("jobs")).isZero();
        assertThat(decide.entries("chunks")).isZero();
    }
}
