package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.inference.Pictures.Content;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Small films, frame by frame, and what upscalers of sequences make of them. */
final class Sequences {

    static final int WIDTH = 26;
    static final int HEIGHT = 18;

    private static final int STEPS_BETWEEN_FRAMES = 100;

    private Sequences() {}

    static long pts(int t) {
        return (long) t * STEPS_BETWEEN_FRAMES;
    }

    /** Of few pixels that change much, and a picture that stays. */
    static Content oneShot(int t) {
        return (plane, x, y) -> (x * 7 + y * 13 + t * 11 + plane) % 32 == 0 ? 250 - t : 40 + 2 * x + plane;
    }

    static Content anotherShot(int t) {
        return (plane, x, y) -> (x * 5 + y * 11 + t * 7 + plane) % 32 == 0 ? 10 + t : 220 - y - 10 * plane;
    }

    static List<Frame> film(FramePool frames, int count, IntFunction<Content> content) {
        return film(frames, PixelLayout.RGB_8, WIDTH, HEIGHT, count, content);
    }

    /** @param content of each frame, in steps of 8 bits */
    static List<Frame> film(
            FramePool frames, PixelLayout layout, int width, int height, int count, IntFunction<Content> content) {
        List<Frame> film = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            Content steps = content.apply(t);
            int factor = layout.maxValue() / PixelLayout.RGB_8.maxValue();
            try (Frame drawn =
                    Pictures.of(layout, width, height, frames, (plane, x, y) -> factor * steps.sample(plane, x, y))) {
                Frame frame = frames.acquire(drawn.format(), pts(t), drawn.colour());
                for (int plane = 0; plane < drawn.format().planes(); plane++) {
                    frame.plane(plane).put(drawn.plane(plane));
                }
                film.add(frame);
            }
        }
        return film;
    }

    static List<Frame> upscale(List<Frame> film, SequenceUpscaler upscaler) {
        List<Frame> results = new ArrayList<>();
        for (Frame frame : film) {
            upscaler.add(frame);
            addWhatIsReady(upscaler, results);
        }
        upscaler.end();
        addWhatIsReady(upscaler, results);
        return results;
    }

    private static void addWhatIsReady(SequenceUpscaler upscaler, List<Frame> results) {
        while (upscaler.isReady()) {
            upscaler.next().ifPresent(results::add);
        }
    }

    /** From 0 to 1, plane after plane. */
    static double[] samples(Frame frame) {
        FrameFormat format = frame.format();
        double[] samples = new double[format.width() * format.height() * format.planes()];
        int i = 0;
        for (int plane = 0; plane < format.planes(); plane++) {
            for (int y = 0; y < format.height(); y++) {
                for (int x = 0; x < format.width(); x++) {
                    samples[i++] = Pictures.sample(frame, plane, x, y)
                            / (double) format.layout().maxValue();
                }
            }
        }
        return samples;
    }

    /** Each pixel that is expected is two by two of the result, within rounding. */
    static void assertSamples(Frame larger, double[] expected) {
        FrameFormat format = larger.format();
        int max = format.layout().maxValue();
        for (int plane = 0; plane < format.planes(); plane++) {
            for (int y = 0; y < format.height(); y++) {
                for (int x = 0; x < format.width(); x++) {
                    int i = (plane * (format.height() / 2) + y / 2) * (format.width() / 2) + x / 2;
                    double difference = Math.abs(Pictures.sample(larger, plane, x, y) - expected[i] * max);
                    assertThat(difference).isLessThan(0.51);
                }
            }
        }
    }

    /** Of the green planes. Closes the frames. */
    static List<byte[]> bytes(List<Frame> results) {
        List<byte[]> all = new ArrayList<>();
        for (Frame frame : results) {
            ByteBuffer green = frame.plane(1);
            byte[] samples = new byte[green.remaining()];
            green.get(samples);
            all.add(samples);
            frame.close();
        }
        return all;
    }
}
