package io.genga.upscaling.inference;

import static io.genga.upscaling.inference.Sequences.HEIGHT;
import static io.genga.upscaling.inference.Sequences.WIDTH;
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
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.inference.Pictures.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a network whose results are known: {@link RememberingNetwork}. */
class TemporalUpscalerTest {

    private final FramePool frames = new FramePool();
    private final InferenceSession session = open(RememberingNetwork.manifest(0));

    @AfterEach
    void close() {
        session.close();
        assertThat(frames.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8, 26, 18", "10, 26, 18", "8, 13, 7", "12, 24, 16"})
    void every_frame_is_made_of_those_around_it_and_of_all_before_it(int bits, int width, int height) {
        PixelLayout layout = PixelLayout.RGB_8.withBitDepth(bits);
        List<Frame> film = Sequences.film(frames, layout, width, height, 7, Sequences::oneShot);
        List<double[]> expected = expected(film);

        List<Frame> results = upscale(film, SequenceRange.ALL);

        assertThat(results).hasSize(7);
        for (int t = 0; t < results.size(); t++) {
            Frame result = results.get(t);
            assertThat(result.format()).isEqualTo(new FrameFormat(layout, 2 * width, 2 * height));
            assertThat(result.pts()).isEqualTo(pts(t));
            assertSamples(result, expected.get(t));
        }
        results.forEach(Frame::close);
    }

    @Test
    void a_result_comes_as_soon_as_the_next_frame_is_there_and_the_last_at_the_end() {
        List<Frame> film = film(4);
        try (TemporalUpscaler upscaler = upscaler(SequenceRange.ALL)) {
            for (int t = 0; t < film.size(); t++) {
                upscaler.add(film.get(t));
                assertThat(upscaler.isReady()).isEqualTo(t > 0);
                if (t > 0) {
                    assertThat(ptsOfNext(upscaler)).isEqualTo(pts(t - 1));
                }
                assertThat(upscaler.isReady()).isFalse();
            }
            upscaler.end();
            assertThat(upscaler.isReady()).isTrue();
            assertThat(ptsOfNext(upscaler)).isEqualTo(pts(3));
            assertThat(upscaler.isReady()).isFalse();
        }
    }

    @Test
    void a_shot_is_as_if_there_were_no_other() {
        IntFunction<Content> twoShots = t -> t < 4 ? oneShot(t) : anotherShot(t);

        List<byte[]> together = bytes(upscale(film(9, twoShots), SequenceRange.ALL));
        List<byte[]> first = bytes(upscale(film(4, twoShots), SequenceRange.ALL));
        List<byte[]> second = bytes(upscale(film(5, t -> twoShots.apply(t + 4)), SequenceRange.ALL));

        List<byte[]> apart = new ArrayList<>(first);
        apart.addAll(second);
        assertThat(together).containsExactlyElementsOf(apart);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 12})
    void what_is_not_remembered_shows_half_as_much_with_each_frame_of_warm_up(int warmUp) {
        int first = 14;
        int last = 16;
        int seen = Math.max(0, first - warmUp - 1);
        List<Frame> whole = upscale(film(20), SequenceRange.ALL);
        List<Frame> part = film(20).subList(0, 20);
        List<Frame> given = new ArrayList<>(part.subList(seen, last + 2));
        part.stream().filter(frame -> !given.contains(frame)).forEach(Frame::close);

        List<Frame> results;
        try (TemporalUpscaler upscaler = upscaler(new SequenceRange(pts(first - warmUp), pts(first), pts(last)))) {
            results = Sequences.upscale(given, upscaler);
            assertThat(upscaler.warmUpFrames()).isEqualTo(warmUp);
        }

        assertThat(results).extracting(Frame::pts).containsExactly(pts(14), pts(15), pts(16));
        int difference = Pictures.largestDifference(results.get(0), whole.get(first));
        // State and last result together are worth half of the picture.
        assertThat(difference).isLessThanOrEqualTo(1 + (128 * 2 >> warmUp));
        assertThat(difference > 0).isEqualTo(warmUp < 8);
        results.forEach(Frame::close);
        whole.forEach(Frame::close);
    }

    @Test
    void warm_up_begins_where_the_last_shot_before_the_part_does() {
        IntFunction<Content> cutAtFive = t -> t < 5 ? oneShot(t) : anotherShot(t);
        List<Frame> whole = upscale(film(9, cutAtFive), SequenceRange.ALL);

        List<Frame> results;
        try (TemporalUpscaler upscaler = upscaler(new SequenceRange(pts(1), pts(7), pts(8)))) {
            results = Sequences.upscale(film(9, cutAtFive), upscaler);
            assertThat(upscaler.warmUpFrames()).isEqualTo(2);
        }

        assertThat(bytes(results)).containsExactlyElementsOf(bytes(whole).subList(7, 9));
    }

    @Test
    void a_part_that_begins_with_a_shot_needs_no_warm_up() {
        IntFunction<Content> cutAtFive = t -> t < 5 ? oneShot(t) : anotherShot(t);
        List<Frame> whole = upscale(film(9, cutAtFive), SequenceRange.ALL);

        List<Frame> results;
        try (TemporalUpscaler upscaler = upscaler(new SequenceRange(pts(2), pts(5), pts(7)))) {
            results = Sequences.upscale(film(9, cutAtFive), upscaler);
            assertThat(upscaler.warmUpFrames()).isZero();
        }

        assertThat(bytes(results)).containsExactlyElementsOf(bytes(whole).subList(5, 8));
    }

    @Test
    void a_film_that_is_upscaled_again_gives_the_same_bytes() {
        List<byte[]> once = bytes(upscale(film(6), SequenceRange.ALL));
        List<byte[]> again = bytes(upscale(film(6), SequenceRange.ALL));

        assertThat(again).containsExactlyElementsOf(once);
    }

    @Test
    void frames_that_wait_are_closed_where_it_ends_early() {
        List<Frame> film = film(6);
        try (TemporalUpscaler upscaler = upscaler(new SequenceRange(pts(0), pts(4), pts(5)))) {
            film.subList(0, 5).forEach(upscaler::add);
        }
        assertThat(frames.open()).isEqualTo(1);
        film.get(5).close();
    }

    @Test
    void a_window_of_neighbours_needs_no_memory() {
        String window = """
                inputs:
                - {name: input, layout: NCHW, type: float32, colour: RGB, range: [0, 1], role: frame, channels: 3, scale: 1}
                - {name: later, layout: NCHW, type: float32, colour: RGB, range: [0, 1], role: neighbour, channels: 3, scale: 1, offset: 2}
                outputs:
                - {name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], role: frame, channels: 3, scale: 1}
                """;
        String yaml = Manifests.yaml("nearest-x2")
                        .replaceAll("(?m)^(input|output): .*\n", "")
                        .replace("temporalContract: single-frame", "temporalContract: neighbour-window")
                        .replace("scale: 2", "scale: 1")
                + window;
        List<Integer> greys = List.of(40, 43, 46, 49, 52, 200, 203);
        List<Frame> film = film(greys.size(), t -> (plane, x, y) -> greys.get(t));

        List<Integer> shown = new ArrayList<>();
        try (InferenceSession twoLater =
                        InferenceSession.open(Manifests.network(yaml, LaterFrame.onnx()), new Device.Cpu(1));
                TemporalUpscaler upscaler =
                        new TemporalUpscaler(twoLater, new PlannedTiles(WIDTH, HEIGHT, 0), SequenceRange.ALL, frames)) {
            for (Frame result : Sequences.upscale(film, upscaler)) {
                shown.add(Pictures.sample(result, 1, 3, 5));
                result.close();
            }
        }

        assertThat(shown).containsExactly(46, 49, 52, 52, 52, 203, 203);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: next_state, layout: NCHW, type: float32, channels: 3 | name: next_state, layout: NCHW, type: float32, channels: 4"
                        + " | outputs: such that 'next_state' is what 'state' takes",
                "name: next,     | name: following, | has inputs named [frame, next, previous, previous_output, state]",
                "scale: 2        | scale: 3         | cannot be run: export it again",
            })
    void a_manifest_that_does_not_fit_its_network_is_refused(String original, String changed, String reason) {
        String yaml = RememberingNetwork.manifest(4).replace(original.strip(), changed.strip());

        assertThatThrownBy(() -> open(yaml)).hasMessageContaining(reason.replace("outputs: ", ""));
    }

    @Test
    void frames_that_need_more_memory_than_there_is_are_refused_before_any_work() {
        String yaml = RememberingNetwork.manifest(4) + "memoryPerMegapixel: 4000000000000000\n";

        try (InferenceSession huge = open(yaml)) {
            assertThatThrownBy(() -> new TemporalUpscaler(huge, WHOLE, SequenceRange.ALL, frames))
                    .isInstanceOf(InsufficientMemoryException.class)
                    .hasMessageContaining("needs about 2240.0 GB of memory for frames of 28x20");
        }
    }

    @Test
    void pictures_that_no_buffer_holds_are_refused() {
        PlannedTiles huge = new PlannedTiles(40_000, 40_000, 0);

        assertThatThrownBy(() -> new TemporalUpscaler(session, huge, SequenceRange.ALL, frames))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("makes pictures of 80000x80000")
                .hasMessageContaining("-XX:MaxDirectMemorySize");
    }

    private static final PlannedTiles WHOLE = new PlannedTiles(28, 20, 0);

    private static InferenceSession open(String yaml) {
        return InferenceSession.open(
                CataloguedNetwork.of(Manifests.parse(yaml), RememberingNetwork.onnx(), "test.onnx"), new Device.Cpu(1));
    }

    private TemporalUpscaler upscaler(SequenceRange range) {
        return new TemporalUpscaler(session, WHOLE, range, frames);
    }

    private List<Frame> upscale(List<Frame> film, SequenceRange range) {
        FrameFormat format = film.get(0).format();
        PlannedTiles whole = new PlannedTiles(
                session.manifest().padded(format.width()), session.manifest().padded(format.height()), 0);
        try (TemporalUpscaler upscaler = new TemporalUpscaler(session, whole, range, frames)) {
            return Sequences.upscale(film, upscaler);
        }
    }

    private static long ptsOfNext(TemporalUpscaler upscaler) {
        Optional<Frame> next = upscaler.next();
        try (Frame frame = next.orElseThrow()) {
            return frame.pts();
        }
    }

    private List<Frame> film(int count) {
        return film(count, Sequences::oneShot);
    }

    private List<Frame> film(int count, IntFunction<Content> content) {
        return Sequences.film(frames, count, content);
    }

    /** What the network's formula makes of each pixel of the film, from 0 to 1. */
    private static List<double[]> expected(List<Frame> film) {
        FrameFormat format = film.get(0).format();
        int pixels = format.width() * format.height() * format.planes();
        double[] state = new double[pixels];
        double[] last = new double[pixels];
        List<double[]> expected = new ArrayList<>();
        for (int t = 0; t < film.size(); t++) {
            double[] before = samples(film.get(Math.max(0, t - 1)));
            double[] now = samples(film.get(t));
            double[] next = samples(film.get(Math.min(film.size() - 1, t + 1)));
            double[] result = new double[pixels];
            for (int i = 0; i < pixels; i++) {
                result[i] = 0.25 * now[i] + 0.125 * before[i] + 0.125 * next[i] + 0.25 * state[i] + 0.25 * last[i];
                state[i] = 0.5 * state[i] + 0.5 * now[i];
            }
            last = result;
            expected.add(result);
        }
        return expected;
    }
}
