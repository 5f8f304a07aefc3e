package io.genga.upscaling.inference;

import static io.genga.upscaling.inference.Sequences.anotherShot;
import static io.genga.upscaling.inference.Sequences.assertSamples;
import static io.genga.upscaling.inference.Sequences.bytes;
import static io.genga.upscaling.inference.Sequences.oneShot;
import static io.genga.upscaling.inference.Sequences.pts;
import static io.genga.upscaling.inference.Sequences.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.upscaling.catalogue.BothWays;
import io.genga.upscaling.inference.Pictures.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a network whose results are known: {@link BothWaysNetwork}. */
class BidirectionalUpscalerTest {

    private static final PlannedTiles WHOLE = new PlannedTiles(28, 20, 0);
    private static final long STATE_BYTES = 28 * 20 * 3 * Float.BYTES;
    private static final int ALL = 1000;

    private final FramePool frames = new FramePool();
    private final InferenceSession session = open(BothWaysNetwork.manifest(8));

    @AfterEach
    void close() {
        session.close();
        assertThat(frames.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8, 26, 18", "10, 26, 18", "8, 13, 7", "12, 24, 16"})
    void every_frame_is_made_of_all_before_and_all_behind_it(int bits, int width, int height) {
        PixelLayout layout = PixelLayout.RGB_8.withBitDepth(bits);
        List<Frame> film = Sequences.film(frames, layout, width, height, 7, Sequences::oneShot);
        List<double[]> expected = expected(film, ALL, 0);
        PlannedTiles whole = new PlannedTiles(
                session.manifest().padded(width), session.manifest().padded(height), 0);

        List<Frame> results;
        try (SequenceUpscaler upscaler = new BidirectionalUpscaler(session, whole, SequenceRange.ALL, 0, frames)) {
            results = Sequences.upscale(film, upscaler);
            assertThat(upscaler.warmUpFrames()).isZero();
        }

        assertThat(results).extracting(Frame::format).containsOnly(new FrameFormat(layout, 2 * width, 2 * height));
        assertResults(results, expected, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "3, 0", "3, 2", "4, 3", "5, 1", "11, 4", "12, 4", "3, 100"})
    void where_not_all_states_fit_going_backwards_begins_some_frames_behind_each_window(int window, int leadOut) {
        List<Frame> film = film(11);
        List<double[]> expected = expected(film, window, leadOut);

        List<Frame> results = upscale(film, window, leadOut);

        assertResults(results, expected, 0);
    }

    @Test
    void what_a_window_does_not_see_shows_half_as_much_with_each_frame_behind_it() {
        List<Frame> whole = upscale(film(24), ALL, 0);

        int before = Integer.MAX_VALUE;
        for (int leadOut : List.of(0, 1, 3, 18)) {
            List<Frame> results = upscale(film(24), 6, leadOut);
            int largest = largestDifference(results, whole);
            // The state going backwards is worth 0.5 * 0.375 of the picture's range, at most.
            assertThat(largest).isLessThanOrEqualTo(1 + (48 >> leadOut)).isLessThan(before);
            before = largest;
            results.forEach(Frame::close);
        }
        assertThat(before).isZero();
        whole.forEach(Frame::close);
    }

    @Test
    void however_long_a_film_is_only_a_window_of_it_is_held() {
        int window = 4;
        int leadOut = 3;
        List<Frame> film = film(40);
        try (BidirectionalUpscaler upscaler = upscaler(SequenceRange.ALL, window, leadOut)) {
            for (int given = 1; given <= film.size(); given++) {
                upscaler.add(film.get(given - 1));
                while (upscaler.isReady()) {
                    upscaler.next().ifPresent(Frame::close);
                }
                int notGivenYet = film.size() - given;
                assertThat(frames.open() - notGivenYet).isLessThan(window + leadOut);
            }
        }
    }

    @Test
    void nothing_is_made_before_a_window_and_what_it_needs_are_there() {
        List<Frame> film = film(9);
        try (BidirectionalUpscaler upscaler = upscaler(SequenceRange.ALL, 4, 2)) {
            List<Integer> ready = new ArrayList<>();
            for (int t = 0; t < film.size(); t++) {
                upscaler.add(film.get(t));
                if (upscaler.isReady()) {
                    ready.add(t);
                }
                while (upscaler.isReady()) {
                    upscaler.next().ifPresent(Frame::close);
                }
            }
            assertThat(ready).containsExactly(5);
            upscaler.end();
            assertThat(upscaler.isReady()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "3, 2", "2, 100"})
    void a_shot_is_as_if_there_were_no_other(int window, int leadOut) {
        IntFunction<Content> twoShots = t -> t < 4 ? oneShot(t) : anotherShot(t);

        List<byte[]> together = bytes(upscale(film(9, twoShots), window, leadOut));
        List<byte[]> apart = new ArrayList<>(bytes(upscale(film(4, twoShots), window, leadOut)));
        apart.addAll(bytes(upscale(film(5, t -> twoShots.apply(t + 4)), window, leadOut)));

        assertThat(together).containsExactlyElementsOf(apart);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 20})
    void a_part_of_a_film_is_gone_through_from_before_it_and_from_behind_it(int warmUp) {
        int first = 12;
        int last = 15;
        List<Frame> film = film(30);
        int seenFirst = Math.max(0, first - warmUp);
        int seenLast = Math.min(29, last + warmUp);
        List<Frame> given = new ArrayList<>(film.subList(seenFirst, seenLast + 1));
        List<double[]> expected = expected(given, ALL, 0);
        film.stream().filter(frame -> !given.contains(frame)).forEach(Frame::close);

        List<Frame> results;
        try (SequenceUpscaler upscaler =
                upscaler(new SequenceRange(pts(seenFirst), pts(first), pts(last)), ALL, warmUp)) {
            results = Sequences.upscale(given, upscaler);
            assertThat(upscaler.warmUpFrames()).isEqualTo(first - seenFirst + seenLast - last);
        }

        assertThat(results).extracting(Frame::pts).containsExactly(pts(12), pts(13), pts(14), pts(15));
        assertResults(results, expected, first - seenFirst);
    }

    @Test
    void a_part_ends_with_its_shot_and_begins_with_it() {
        IntFunction<Content> threeShots = t -> t < 5 || t > 8 ? oneShot(t) : anotherShot(t);
        List<byte[]> whole = bytes(upscale(film(12, threeShots), ALL, 0));

        List<Frame> results;
        try (SequenceUpscaler upscaler = upscaler(new SequenceRange(pts(1), pts(6), pts(7)), ALL, 4)) {
            results = Sequences.upscale(film(12, threeShots), upscaler);
            assertThat(upscaler.warmUpFrames()).isEqualTo(2);
        }

        assertThat(bytes(results)).containsExactlyElementsOf(whole.subList(6, 8));
    }

    @Test
    void a_film_that_is_upscaled_again_gives_the_same_bytes() {
        List<byte[]> once = bytes(upscale(film(8), 3, 2));
        List<byte[]> again = bytes(upscale(film(8), 3, 2));

        assertThat(again).containsExactlyElementsOf(once);
    }

    @Test
    void frames_that_wait_are_closed_where_it_ends_early() {
        List<Frame> film = film(6);
        try (SequenceUpscaler upscaler = upscaler(SequenceRange.ALL, 2, 2)) {
            film.subList(0, 5).forEach(upscaler::add);
            upscaler.next();
        }
        assertThat(frames.open()).isEqualTo(1);
        film.get(5).close();
    }

    @Test
    void states_that_need_more_memory_than_there_is_are_refused_before_any_work() {
        PlannedTiles huge = new PlannedTiles(400_000, 400_000, 0);

        assertThatThrownBy(() -> new BidirectionalUpscaler(session, huge, SequenceRange.ALL, 8, frames))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("needs about 1920.0 GB of memory for frames of 400000x400000");
    }

    @ParameterizedTest
    @CsvSource({"640, 480, 54", "854, 480, 40", "1920, 1080, 8", "7680, 4320, 1", "160, 120, 256"})
    void a_window_is_as_long_as_its_states_fit_the_bound(int width, int height, int frameCount) {
        String yaml = BothWaysNetwork.manifest(8)
                .replace("channels: 3, scale: 1, role: hidden-state", "channels: 64, scale: 1, role: hidden-state");

        StateWindow window = StateWindow.of(
                BothWays.network(yaml).manifest(), new PlannedTiles(width, height, 0), StateWindow.MOST_BYTES);

        assertThat(window).isEqualTo(new StateWindow(frameCount, 256L * width * height * frameCount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channels: 2  | channels: 1   | says that its output 'flow' has 1 channels and the scale 1, but the graph flow makes",
                "name: before | name: earlier | inputs are named [cleaned, earlier], but the graph flow has inputs named [before, cleaned]",
            })
    void a_manifest_that_does_not_fit_its_graphs_is_refused(String original, String changed, String reason) {
        String yaml = BothWaysNetwork.manifest(4).replace(original.strip(), changed.strip());

        assertThatThrownBy(() -> open(yaml)).hasMessageContaining(reason);
    }

    private static InferenceSession open(String yaml) {
        return InferenceSession.open(BothWays.network(yaml), new Device.Cpu(1));
    }

    private BidirectionalUpscaler upscaler(SequenceRange range, int window, int leadOut) {
        return new BidirectionalUpscaler(session, WHOLE, range, leadOut, frames, window * STATE_BYTES);
    }

    private List<Frame> upscale(List<Frame> film, int window, int leadOut) {
        try (BidirectionalUpscaler upscaler = upscaler(SequenceRange.ALL, window, leadOut)) {
            return Sequences.upscale(film, upscaler);
        }
    }

    private List<Frame> film(int count) {
        return film(count, Sequences::oneShot);
    }

    private List<Frame> film(int count, IntFunction<Content> content) {
        return Sequences.film(frames, count, content);
    }

    private static int largestDifference(List<Frame> results, List<Frame> whole) {
        int largest = 0;
        for (int t = 0; t < whole.size(); t++) {
            largest = Math.max(largest, Pictures.largestDifference(results.get(t), whole.get(t)));
        }
        return largest;
    }

    /** Closes the results. */
    private static void assertResults(List<Frame> results, List<double[]> expected, int first) {
        for (int i = 0; i < results.size(); i++) {
            assertSamples(results.get(i), expected.get(first + i));
        }
        results.forEach(Frame::close);
    }

    /** What the network's formula makes of each pixel of one shot, from 0 to 1, where going backwards begins {@code leadOut} frames behind each window. */
    private static List<double[]> expected(List<Frame> film, int window, int leadOut) {
        List<double[]> cleaned = new ArrayList<>();
        for (Frame frame : film) {
            double[] values = samples(frame);
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5 * values[i] + 0.25;
            }
            cleaned.add(values);
        }
        int pixels = cleaned.get(0).length;
        double[] forward = null;
        List<double[]> expected = new ArrayList<>();
        for (int t = 0; t < film.size(); t++) {
            forward = step(cleaned.get(t), t == 0 ? null : cleaned.get(t - 1), forward, 0.125, -0.25);
            int windowEnd = Math.min(film.size(), (t / window + 1) * window);
            double[] backward = null;
            int last = Math.min(film.size(), windowEnd + leadOut) - 1;
            for (int k = last; k >= t; k--) {
                backward = step(cleaned.get(k), k == last ? null : cleaned.get(k + 1), backward, 0.25, 0.25);
            }
            double[] result = new double[pixels];
            for (int i = 0; i < pixels; i++) {
                result[i] = 0.5 * cleaned.get(t)[i] + 0.5 * backward[i] + 0.25 * forward[i];
            }
            expected.add(result);
        }
        return expected;
    }

    /** @param before the cleaned frame of the step before; null at the first step, as {@code state} is */
    private static double[] step(double[] cleaned, double[] before, double[] state, double ofFrame, double ofFlow) {
        double[] next = new double[cleaned.length];
        int plane = cleaned.length / 3;
        for (int i = 0; i < next.length; i++) {
            next[i] = ofFrame * cleaned[i];
            if (before != null) {
                // Blue takes the flow of red.
                int flow = i < 2 * plane ? i : i - 2 * plane;
                next[i] += 0.5 * state[i] + ofFlow * (cleaned[flow] - before[flow]);
            }
        }
        return next;
    }
}
