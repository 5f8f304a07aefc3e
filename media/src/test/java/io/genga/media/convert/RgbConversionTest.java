package io.genga.media.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.fixture.Pictures;
import io.genga.media.fixture.PlanBuilder;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that are R, G, B go in and come out by their numbers alone. */
class RgbConversionTest {

    private static final int SIDE = 256;

    private final FramePool pool = new FramePool();

    /** FFV1 takes 9 bits at least, and x265 those of 8. The range of R, G, B is full, whatever the tags say. */
    @ParameterizedTest
    @CsvSource({
        "gbrp,gbrp,pc",
        "gbrp,gbrp9le,pc",
        "gbrp,gbrp9le,tv",
        "gbrp,gbrp10le,pc",
        "gbrp9le,gbrp9le,pc",
        "gbrp10le,gbrp10le,pc",
        "gbrp12le,gbrp12le,pc",
        "gbrp12le,gbrp10le,pc",
        "gbrp10le,gbrp,pc"
    })
    void every_value_becomes_the_nearest_of_the_targets_depth(String source, String target, String range) {
        Plan plan = plan(source, target, range);
        try (ColourConverter converter = ColourConverter.forChunk(plan, pool);
                Frame picture = everyValue(plan);
                Frame rgb = converter.toRgb(picture);
                Frame result = converter.toYuv(rgb)) {
            int white = picture.format().layout().maxValue();
            assertSamples(picture, rgb, value -> scaled(value, white, maximum(rgb)));
            assertSamples(picture, result, value -> scaled(value, white, maximum(result)));
        }
    }

    @ParameterizedTest
    @CsvSource({"9", "10", "12", "16"})
    void eight_bits_come_back_from_any_depth(int bits) {
        FrameFormat shallow = new FrameFormat(PixelLayout.RGB_8, SIDE, SIDE);
        FrameFormat deep = new FrameFormat(new PixelLayout(Model.RGB, 0, 0, bits), SIDE, SIDE);
        try (Frame picture = everyValue(plan("gbrp", "gbrp", "pc"));
                Frame deeper = pool.acquire(deep, 0, picture.colour());
                Frame again = pool.acquire(shallow, 0, picture.colour());
                Conversion up = Conversion.fromRgb(shallow, deep, picture.colour());
                Conversion down = Conversion.toRgb(deep, shallow, picture.colour())) {
            up.convert(picture, deeper);
            down.convert(deeper, again);
            assertSamples(picture, again, value -> value);
            assertSamples(picture, deeper, value -> scaled(value, maximum(picture), maximum(deeper)));
        }
    }

    /** In red across, in green down, in blue along the diagonal: all values of 8 bits, evenly spread to those of more. */
    private Frame everyValue(Plan plan) {
        PixelLayout layout = PixelFormats.layoutOf(plan.source().pixelFormat()).orElseThrow();
        Frame frame = pool.acquire(
                new FrameFormat(layout, SIDE, SIDE), 0, plan.source().colour());
        Pictures.draw(frame, 0, (x, y) -> scaled(x, SIDE - 1, layout.maxValue()));
        Pictures.draw(frame, 1, (x, y) -> scaled(y, SIDE - 1, layout.maxValue()));
        Pictures.draw(frame, 2, (x, y) -> scaled((x + y) % SIDE, SIDE - 1, layout.maxValue()));
        return frame;
    }

    private static void assertSamples(Frame picture, Frame result, IntUnaryOperator expected) {
        for (int plane = 0; plane < picture.format().planes(); plane++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int value = Pictures.sample(picture, plane, x, y);
                    int found = Pictures.sample(result, plane, x, y);
                    if (found != expected.applyAsInt(value)) {
                        assertThat(found)
                                .as("plane %d, column %d, row %d, of %d", plane, x, y, value)
                                .isEqualTo(expected.applyAsInt(value));
                    }
                }
            }
        }
    }

    /** In whole numbers, a half upwards. 16 bits lie in between, which moves none of these values. */
    private static int scaled(int value, int from, int to) {
        return (2 * value * to + from) / (2 * from);
    }

    private static int maximum(Frame frame) {
        return frame.format().layout().maxValue();
    }

    private static Plan plan(String source, String target, String range) {
        EncoderSettings encoder = target.equals("gbrp") ? new X265Settings(18, "ultrafast") : new Ffv1Settings();
        return new PlanBuilder()
                .size(SIDE, SIDE)
                .scale(1)
                .pixelFormats(source, target)
                .encoder(encoder)
                .colour(new ColourTags("bt709", "iec61966-2-1", "gbr", range, "unspecified"))
                .build();
    }
}
