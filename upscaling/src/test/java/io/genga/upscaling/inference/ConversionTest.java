package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From samples to numbers and back. */
class ConversionTest {

    private static final Offset<Float> LAST_BIT = Offset.offset(1e-7f);

    private final FramePool pool = new FramePool();

    @Test
    void every_channel_gets_its_colour_in_the_order_that_the_network_wants() {
        assertThat(channelsOf(Manifests.parse(Manifests.yaml("nearest-x2"))))
                .containsExactly(new float[] {0, 0.2f, 1}, LAST_BIT);
        assertThat(channelsOf(bgrIn255())).containsExactly(new float[] {255, 51, 0}, LAST_BIT);
    }

    @Test
    void every_colour_is_taken_from_its_channel() {
        assertThat(planesOf(Manifests.parse(Manifests.yaml("nearest-x2")), 0.2f, 0.4f, 1))
                .containsExactly(51, 102, 255);
        assertThat(planesOf(bgrIn255(), 51, 102, 255)).containsExactly(255, 102, 51);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0.5, 128",
        "8, 0.4979, 127",
        "8, -0.2, 0",
        "8, -1000000000000, 0",
        "8, 1.01, 255",
        "8, 1000000000000, 255",
        "8, NaN, 0",
        "10, 0.5, 512",
        "10, 1.5, 1023",
        "10, 0.0004, 0",
        "10, 0.0006, 1",
        "16, 0.5, 32768",
        "16, 2, 65535",
        "16, -2, 0",
    })
    void numbers_are_rounded_to_the_nearest_sample_and_clamped(int bitDepth, float number, int sample) {
        SampleRow row = SampleRow.of(new PixelLayout(PixelLayout.Model.RGB, 0, 0, bitDepth), 1);
        row.fromFloats(new float[] {number}, (1 << bitDepth) - 1);

        float[] back = new float[1];
        row.toFloats(0, back, 1);

        assertThat(back[0]).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource({"8", "9", "10", "12", "16"})
    void every_sample_survives_the_way_there_and_back(int bitDepth) {
        int max = (1 << bitDepth) - 1;
        SampleRow row = SampleRow.of(new PixelLayout(PixelLayout.Model.RGB, 0, 0, bitDepth), max + 1);
        float[] all = new float[max + 1];
        IntStream.rangeClosed(0, max).forEach(sample -> all[sample] = sample);
        float[] numbers = new float[max + 1];
        float[] back = new float[max + 1];

        row.fromFloats(all, 1);
        row.toFloats(0, numbers, 1f / max);
        row.fromFloats(numbers, max);
        row.toFloats(0, back, 1);

        assertThat(numbers[max]).isEqualTo(1);
        assertThat(back).containsExactly(all);
    }

    @Test
    void beyond_its_right_and_lower_edge_a_frame_is_mirrored() {
        NetworkManifest manifest =
                Manifests.parse(Manifests.yaml("nearest-x2").replace("paddingMultiple: 1", "paddingMultiple: 8"));
        TileTensor tensor = TileTensor.allocate(OrtEnvironment.getEnvironment(), 8, 8);
        try (Frame frame = Pictures.of(PixelLayout.RGB_8, 5, 3, pool, (plane, x, y) -> 10 * y + x)) {
            new FrameToTensor(frame, manifest).read(new Rectangle(0, 0, 8, 8), tensor);
        }

        int[] columns = {0, 1, 2, 3, 4, 3, 2, 1};
        int[] rows = {0, 1, 2, 1, 0, 1, 2, 1};
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                float expected = (10 * rows[y] + columns[x]) / 255f;
                assertThat(tensor.values().get(tensor.row(0, 1, y) + x)).isCloseTo(expected, LAST_BIT);
            }
        }
    }

    private float[] channelsOf(NetworkManifest manifest) {
        TileTensor tensor = TileTensor.allocate(OrtEnvironment.getEnvironment(), 1, 1);
        try (Frame frame = Pictures.of(PixelLayout.RGB_8, 1, 1, pool, (plane, x, y) -> new int[] {0, 51, 255}[plane])) {
            new FrameToTensor(frame, manifest).read(new Rectangle(0, 0, 1, 1), tensor);
        }
        float[] channels = new float[3];
        tensor.values().get(0, channels);
        return channels;
    }

    private int[] planesOf(NetworkManifest manifest, float... channels) {
        TileTensor tensor = TileTensor.allocate(OrtEnvironment.getEnvironment(), 2, 2);
        for (int i = 0; i < 12; i++) {
            tensor.values().put(i, channels[i / 4]);
        }
        try (Frame frame = pool.acquire(new FrameFormat(PixelLayout.RGB_8, 2, 2), 0, Pictures.COLOUR)) {
            Rectangle pixel = new Rectangle(0, 0, 1, 1);
            new TensorToFrame(frame, manifest).write(tensor, new Tile(pixel, pixel));
            return IntStream.range(0, 3)
                    .map(plane -> Pictures.sample(frame, plane, 1, 1))
                    .toArray();
        }
    }

    private static NetworkManifest bgrIn255() {
        return Manifests.parse(Manifests.yaml("nearest-x2")
                .replace("colour: RGB", "colour: BGR")
                .replace("range: [0, 1]", "range: [0, 255]"));
    }
}
