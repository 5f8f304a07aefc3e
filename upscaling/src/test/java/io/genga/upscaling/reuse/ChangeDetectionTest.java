package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeDetectionTest {

    private static final int SIDE = 16;
    private static final Tolerance TOLERANCE = new Tolerance(3, 2, 255);
    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "pc", "left");

    private final FramePool pool = new FramePool();

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void equal_pictures_have_not_changed(int depth) {
        assertThat(changed(depth, (x, y) -> x + y, (x, y) -> x + y)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void what_a_codec_blurs_is_no_change(int depth) {
        Random noise = new Random(3);
        assertThat(changed(depth, (x, y) -> 100, (x, y) -> 98 + noise.nextInt(5)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void a_mouth_of_eight_pixels_that_opens_is_a_change_of_its_tile_alone(int depth) {
        IntBinaryOperator open = (x, y) -> x >= 36 && x < 44 && y >= 20 && y < 23 ? 20 : 200;
        assertThat(changed(depth, (x, y) -> 200, open)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void a_fade_is_seen_before_its_steps_are(int depth) {
        assertThat(changed(depth, (x, y) -> 100, (x, y) -> 103)).isEqualTo(5 * 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void the_last_columns_and_rows_of_an_odd_size_count(int depth) {
        IntBinaryOperator corner = (x, y) -> x == 76 && y == 60 ? 255 : 0;
        assertThat(changed(depth, (x, y) -> 0, corner)).isEqualTo(1);
    }

    /** Tiles, of a picture of 77x61 pixels. */
    private int changed(int depth, IntBinaryOperator before, IntBinaryOperator after) {
        FrameFormat format = new FrameFormat(new PixelLayout(PixelLayout.Model.RGB, 0, 0, depth), 77, 61);
        try (Frame kept = drawn(format, before);
                Frame current = drawn(format, after)) {
            return new ChangeDetection(format, SIDE)
                    .compare(current, kept, TOLERANCE)
                    .count();
        }
    }

    private Frame drawn(FrameFormat format, IntBinaryOperator value) {
        Frame frame = pool.acquire(format, 0, COLOUR);
        int factor = format.layout().maxValue() / 255;
        for (int y = 0; y < format.height(); y++) {
            for (int x = 0; x < format.width(); x++) {
                int sample = value.applyAsInt(x, y) * factor;
                for (int plane = 0; plane < 3; plane++) {
                    int offset = y * format.stride(plane) + x * format.layout().bytesPerSample();
                    if (format.layout().bytesPerSample() == Byte.BYTES) {
                        frame.plane(plane).put(offset, (byte) sample);
                    } else {
                        frame.plane(plane).putShort(offset, (short) sample);
                    }
                }
            }
        }
        return frame;
    }
}
