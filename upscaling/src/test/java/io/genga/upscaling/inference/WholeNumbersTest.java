package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.tile.Rectangle;
import org.junit.jupiter.api.Test;

/** The network of 8 bits against the one from which it was made, on a picture that neither has seen. */
class WholeNumbersTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    /** 46.8 here: edges without a transition between saturated colours, which no film has; films reach 49.8. */
    private static final double LEAST_DECIBELS = 46;

    private static final PixelLayout RGB = new PixelLayout(PixelLayout.Model.RGB, 0, 0, 8);

    private final FramePool pool = new FramePool();

    @Test
    void eight_bits_give_nearly_the_same_picture() {
        try (Frame drawing = Pictures.drawing(RGB, WIDTH, HEIGHT, pool);
                Frame expected = upscaled("genga-cel-x2", drawing);
                Frame found = upscaled("genga-cel-x2-int8", drawing)) {
            Rectangle all = new Rectangle(0, 0, 2 * WIDTH, 2 * HEIGHT);
            double decibels = 10 * Math.log10(255 * 255 / PartError.squared(expected, found, all));

            assertThat(decibels).isGreaterThan(LEAST_DECIBELS).isLessThan(100);
        }
    }

    private Frame upscaled(String network, Frame rgb) {
        try (InferenceSession session = InferenceSession.open(
                        NetworkCatalogue.builtIn().find(network).orElseThrow(), new Device.Cpu(2));
                TiledUpscaler upscaler = new TiledUpscaler(session, new PlannedTiles(WIDTH, HEIGHT, 0), pool)) {
            return upscaler.upscale(rgb);
        }
    }
}
