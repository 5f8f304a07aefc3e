package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.onnx.HandMadeNetwork;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HalfPrecisionGuardTest {

    private static final PlannedTiles TILES = new PlannedTiles(64, 32, 0);
    private static final int LAST = TileTensor.CHANNELS * 64 * 32 - 1;

    private final HandMadeNetwork overflowing = new HandMadeNetwork()
            .then("Mul", 1000)
            .then("Mul", 1000)
            .then("Div", 1000)
            .then("Div", 1000);

    private final HandMadeNetwork underflowing = new HandMadeNetwork()
            .then("Div", 1000)
            .then("Div", 60000)
            .then("Mul", 60000)
            .then("Mul", 1000);

    @Test
    void a_tile_of_infinite_numbers_is_computed_again() {
        assertRepeatsPicture(overflowing, 0.25f, 1);
    }

    @Test
    void a_tile_that_turned_white_is_computed_again() {
        assertRepeatsPicture(overflowing.then("Min", 1), 0.25f, 1);
    }

    @Test
    void a_tile_that_turned_black_is_computed_again() {
        assertRepeatsPicture(underflowing, 0.25f, 1);
    }

    @Test
    void a_tile_that_is_black_is_not_computed_again() {
        assertRepeatsPicture(underflowing, 0, 0);
    }

    @Test
    void a_tile_that_is_white_is_not_computed_again() {
        assertRepeatsPicture(new HandMadeNetwork().then("Mul", 1), 1, 0);
    }

    @Test
    void a_sound_tile_is_not_computed_again() {
        assertRepeatsPicture(new HandMadeNetwork().then("Mul", 1000).then("Div", 1000), 0.25f, 0);
    }

    @Test
    void one_wrong_number_among_many_is_found() {
        try (InferenceSession session = open(overflowing)) {
            TileTensors tile = tile(session, 0);
            tile.input().values().put(LAST, 0.25f);

            session.run(tile);

            assertThat(tile.output().values().get(LAST)).isEqualTo(0.25f);
            assertThat(session.recomputedTiles()).isEqualTo(1);
        }
    }

    @Test
    void every_tile_that_is_computed_again_counts() {
        try (InferenceSession session = open(overflowing)) {
            TileTensors tile = tile(session, 0.25f);

            session.run(tile);
            session.run(tile);

            assertThat(session.recomputedTiles()).isEqualTo(2);
        }
    }

    @Test
    void of_several_tiles_at_once_those_that_were_spoilt_count() {
        try (InferenceSession session = open(overflowing)) {
            TileTensors two = session.tensors()
                    .acquire(new PlannedTiles(64, 64, 0))
                    .part(OnnxRuntimeEnvironment.get(), 0, 2, 64, 32, 1);
            two.input().picture(0).put(0, 0f);
            two.input().picture(1).put(0, 0.25f);

            session.run(two);

            assertThat(two.output().picture(1).get(0)).isEqualTo(0.25f);
            assertThat(session.recomputedTiles()).isEqualTo(1);
        }
    }

    @Test
    void a_tile_that_single_precision_cannot_compute_either_fails() {
        try (InferenceSession session = open(new HandMadeNetwork().then("Div", 0))) {
            TileTensors tile = tile(session, 0.25f);

            assertThatThrownBy(() -> session.run(tile))
                    .isInstanceOf(InferenceException.class)
                    .hasMessage("the network nearest-x2 makes no numbers of a tile of 64x32 pixels, in single precision"
                            + " either: choose another network");
            assertThat(session.recomputedTiles()).isZero();
        }
    }

    private static void assertRepeatsPicture(HandMadeNetwork network, float sample, long recomputed) {
        try (InferenceSession session = open(network)) {
            TileTensors tile = tile(session, sample);

            session.run(tile);

            float[] samples = new float[LAST + 1];
            tile.output().values().get(0, samples);
            assertThat(samples).containsOnly(new float[] {sample}, Offset.offset(1e-3f));
            assertThat(session.recomputedTiles()).isEqualTo(recomputed);
        }
    }

    private static InferenceSession open(HandMadeNetwork network) {
        String yaml = Manifests.yaml("nearest-x2", "scale", 1) + "\nprecision: fp16\n";
        return InferenceSession.open(Manifests.network(yaml, network.inHalfPrecision()), new Device.Cpu(1));
    }

    private static TileTensors tile(InferenceSession session, float sample) {
        TileTensors tile = session.tensors().acquire(TILES);
        for (int i = 0; i <= LAST; i++) {
            tile.input().values().put(i, sample);
        }
        session.tensors().giveBack(TILES, tile);
        return tile;
    }
}
