package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.ColourOrder;
import io.genga.upscaling.catalogue.ElementType;
import io.genga.upscaling.catalogue.Neighbour;
import io.genga.upscaling.catalogue.TemporalTensors;
import io.genga.upscaling.catalogue.TensorDescription;
import io.genga.upscaling.catalogue.TensorLayout;
import io.genga.upscaling.inference.SequenceRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With a film of 20 frames in chunks of 6, 6 and 8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurroundingFramesTest {

    private Plan plan;
    private List<Long> pts;

    @BeforeAll
    void planFilm(@TempDir Path folder) throws IOException {
        Path film = FilmRecipe.testPicture(48, 32, 24, 20)
                .encoded("-c:v", "ffv1")
                .in("mkv")
                .make();
        PlannedNetwork network = new PlannedNetwork(
                new NetworkReference("n", Sha256.of(new byte[0])),
                "fp32",
                2,
                new PlannedTiles(48, 32, 0),
                DrawingReuse.OFF,
                null,
                8);
        try (TestStore store = TestStore.start(folder.resolve("store"))) {
            plan = RequestedFilm.of(film, store, folder, network, Duration.ofMillis(250))
                    .plan();
        }
        pts = plan.chunks().stream().flatMap(chunk -> chunk.pts().stream()).toList();
        assertThat(plan.chunks()).extracting(PlannedChunk::frameCount).containsExactly(6, 6, 8);
    }

    @Test
    void the_first_chunk_has_nothing_before_it() {
        SurroundingFrames around = around(0, 8, -1, 1);

        assertThat(around.chunks()).extracting(PlannedChunk::index).containsExactly(0, 1);
        assertSeen(around, 0, 6);
        assertThat(around.range()).isEqualTo(new SequenceRange(pts.get(0), pts.get(0), pts.get(5)));
    }

    @Test
    void the_last_chunk_has_nothing_behind_it() {
        SurroundingFrames around = around(2, 2, -1, 3);

        assertThat(around.chunks()).extracting(PlannedChunk::index).containsExactly(1, 2);
        assertSeen(around, 9, 19);
        assertThat(around.range()).isEqualTo(new SequenceRange(pts.get(10), pts.get(12), pts.get(19)));
    }

    @Test
    void lead_in_and_neighbours_reach_over_as_many_chunks_as_they_need() {
        SurroundingFrames around = around(2, 8, -2, 7);

        assertThat(around.chunks()).extracting(PlannedChunk::index).containsExactly(0, 1, 2);
        assertSeen(around, 2, 19);
        assertThat(around.range()).isEqualTo(new SequenceRange(pts.get(4), pts.get(12), pts.get(19)));
    }

    @Test
    void where_the_film_begins_within_the_lead_in_all_of_it_is_run() {
        SurroundingFrames around = around(1, 6, -2, 1);

        assertSeen(around, 0, 12);
        assertThat(around.range().firstRun()).isEqualTo(pts.get(0));
    }

    @Test
    void lead_out_is_seen_and_neither_kept_nor_longer_than_the_film() {
        SurroundingFrames around = SurroundingFrames.of(plan, plan.chunks().get(0), TemporalTensors.NONE, 7, 7);
        SurroundingFrames last = SurroundingFrames.of(plan, plan.chunks().get(1), TemporalTensors.NONE, 0, 100);

        assertThat(around.chunks()).extracting(PlannedChunk::index).containsExactly(0, 1, 2);
        assertSeen(around, 0, 12);
        assertThat(around.range()).isEqualTo(new SequenceRange(pts.get(0), pts.get(0), pts.get(5)));
        assertSeen(last, 6, 19);
    }

    @Test
    void without_warm_up_and_neighbours_a_chunk_stands_alone() {
        SurroundingFrames around = SurroundingFrames.of(plan, plan.chunks().get(1), TemporalTensors.NONE, 0, 0);

        assertThat(around.chunks()).containsExactly(plan.chunks().get(1));
        assertSeen(around, 6, 11);
    }

    private SurroundingFrames around(int chunk, int warmUp, int... offsets) {
        List<Neighbour> neighbours = Arrays.stream(offsets)
                .mapToObj(offset -> new Neighbour(
                        new TensorDescription(
                                "n" + offset, TensorLayout.NCHW, ElementType.FLOAT32, ColourOrder.RGB, 1, true),
                        offset))
                .toList();
        TemporalTensors temporal = new TemporalTensors(neighbours, List.of(), warmUp);
        return SurroundingFrames.of(plan, plan.chunks().get(chunk), temporal, warmUp, 0);
    }

    private void assertSeen(SurroundingFrames around, int first, int last) {
        assertThat(around.firstSeen()).isEqualTo(pts.get(first));
        assertThat(around.lastSeen()).isEqualTo(pts.get(last));
    }
}
