package io.genga.upscaling.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.Pictures;
import io.genga.upscaling.inference.TiledUpscaler;
import io.genga.upscaling.onnx.TintedNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With genga-cel-x2, which makes areas a little lighter, with another network behind it that turns the hue, and with nearest-x2, which changes nothing. */
class ColourMatchTest {

    private static final int WIDTH = 210;
    private static final int HEIGHT = 135;
    private static final int SCALE = 2;
    private static final int HALO = 10;

    /** A little of each component passes into the next: reds turn to orange, skies to violet. */
    private static final float[] HUE = {0.92f, 0.02f, 0.10f, 0.10f, 0.92f, 0.02f, 0.02f, 0.10f, 0.92f};

    private static final double DECIBELS_NOBODY_SEES = 50;

    private final FramePool pool = new FramePool();

    static Stream<PixelLayout> depths() {
        return Stream.of(PixelLayout.RGB_8, PixelLayout.RGB_16);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void a_network_that_turns_the_hue_no_longer_does(PixelLayout layout) {
        Frame source = Pictures.drawing(layout, WIDTH, HEIGHT, pool);
        Frame untinted = upscaled(cel(), source);
        Frame tinted = upscaled(tinted(), source);
        assertThat(meanShift(tinted, untinted)).isGreaterThan(5);

        matched(source, untinted);
        matched(source, tinted);

        assertThat(meanShift(tinted, untinted)).isLessThan(1);
        double step = layout.maxValue() / 255.0;
        for (int plane = 0; plane < 3; plane++) {
            int flat = Pictures.sample(source, plane, WIDTH * 2 / 5, HEIGHT / 2);
            assertThat((double) Pictures.sample(tinted, plane, WIDTH * 4 / 5, HEIGHT))
                    .isCloseTo(flat, within(step));
        }
    }

    @Test
    void lines_stay() {
        Frame source = Pictures.drawing(PixelLayout.RGB_8, WIDTH, HEIGHT, pool);
        Frame untinted = upscaled(cel(), source);
        Frame tinted = upscaled(tinted(), source);
        double before = psnr(tinted, untinted);

        matched(source, untinted);
        matched(source, tinted);

        assertThat(psnr(tinted, untinted)).isGreaterThan(40).isGreaterThan(before + 10);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void what_a_network_without_tint_makes_stays_as_it_is(PixelLayout layout) {
        Frame source = Pictures.drawing(layout, WIDTH, HEIGHT, pool);
        Frame untinted = upscaled(nearest(), source);
        Frame matched = upscaled(nearest(), source);

        matched(source, matched);

        assertThat(psnr(matched, untinted)).isGreaterThan(DECIBELS_NOBODY_SEES);
    }

    @Test
    void a_picture_smaller_than_a_square_is_matched_too() {
        Frame source = Pictures.of(PixelLayout.RGB_8, 5, 3, pool, (plane, x, y) -> 100);
        Frame darker = Pictures.of(PixelLayout.RGB_8, 10, 6, pool, (plane, x, y) -> 90 + plane);

        matched(source, darker);

        assertThat(Pictures.largestDifference(
                        darker, Pictures.of(PixelLayout.RGB_8, 10, 6, pool, (plane, x, y) -> 100)))
                .isZero();
    }

    @Test
    void samples_stay_in_their_range() {
        Frame source = Pictures.of(PixelLayout.RGB_8, 16, 16, pool, (plane, x, y) -> 255);
        Frame half = Pictures.of(PixelLayout.RGB_8, 32, 32, pool, (plane, x, y) -> x % 2 == 0 ? 255 : 155);

        matched(source, half);

        assertThat(Pictures.sample(half, 0, 0, 0)).isEqualTo(255);
        assertThat(Pictures.sample(half, 0, 1, 0)).isEqualTo(205);
    }

    @Test
    void a_result_without_source_is_an_error() {
        Frame result = Pictures.drawing(PixelLayout.RGB_8, 32, 32, pool);

        assertThatThrownBy(() -> new ColourMatch(SCALE).match(result)).isInstanceOf(IllegalStateException.class);
    }

    private static void matched(Frame source, Frame result) {
        ColourMatch colours = new ColourMatch(SCALE);
        colours.remember(source);
        colours.match(result);
    }

    private Frame upscaled(CataloguedNetwork network, Frame source) {
        PlannedTiles tiles = new PlannedTiles(WIDTH, HEIGHT, HALO);
        try (InferenceSession session = InferenceSession.open(network, new Device.Cpu(1));
                TiledUpscaler upscaler = new TiledUpscaler(session, tiles, pool)) {
            return upscaler.upscale(source);
        }
    }

    private static CataloguedNetwork cel() {
        return NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();
    }

    private static CataloguedNetwork nearest() {
        return NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow();
    }

    private static CataloguedNetwork tinted() {
        return Manifests.network(Manifests.yaml("genga-cel-x2"), TintedNetwork.of(cel().onnx(), HUE));
    }

    /** The largest of the components' mean differences, in steps of 8 bits. */
    private static double meanShift(Frame one, Frame other) {
        double largest = 0;
        for (int plane = 0; plane < one.format().planes(); plane++) {
            double sum = 0;
            for (int y = 0; y < one.format().height(); y++) {
                for (int x = 0; x < one.format().width(); x++) {
                    sum += Pictures.sample(one, plane, x, y) - Pictures.sample(other, plane, x, y);
                }
            }
            largest = Math.max(
                    largest, Math.abs(sum / one.format().width() / one.format().height()));
        }
        return largest * 255 / one.format().layout().maxValue();
    }

    private static double psnr(Frame one, Frame other) {
        double squares = 0;
        for (int plane = 0; plane < one.format().planes(); plane++) {
            for (int y = 0; y < one.format().height(); y++) {
                for (int x = 0; x < one.format().width(); x++) {
                    double difference = Pictures.sample(one, plane, x, y) - Pictures.sample(other, plane, x, y);
                    squares += difference * difference;
                }
            }
        }
        int samples =
                one.format().planes() * one.format().height() * one.format().width();
        double peak = one.format().layout().maxValue();
        return 10 * Math.log10(peak * peak * samples / squares);
    }
}
