package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.event.StageUse;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.PictureSettings;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.decode.MediaCorruptException;
import io.genga.media.encode.ChunkEncoder;
import io.genga.media.resize.LanczosResizer;
import io.genga.media.resize.PictureMixture;
import io.genga.media.verify.Check;
import io.genga.media.verify.FilmComparison;
import io.genga.runtime.work.StageClock;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.TiledUpscaler;
import io.genga.upscaling.inference.Upscaler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One chunk of a film, with a real decoder, network and encoder. */
@Timeout(120)
class ChunkPipelineTest {

    /** Stages, hand-overs, and what each step has made while it still holds what it took. */
    private static final int MOST_FRAMES = 5 + 4 + 3;

    private final FramePool frames = new FramePool();
    private final StageClock clock = new StageClock();
    private Path folder;
    private TestStore store;
    private InferenceSession session;

    @BeforeEach
    void start(@TempDir Path directory) {
        folder = directory;
        store = TestStore.start(directory.resolve("store"));
        session = InferenceSession.open(
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow(), new Device.Cpu(1));
    }

    @AfterEach
    void stop() {
        session.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv420p10le", "yuv444p"})
    void the_result_is_that_of_one_frame_after_the_other(String pixelFormat) throws IOException {
        RequestedFilm film = film(30, pixelFormat);
        Path packets = packets(film);
        Path expected = folder.resolve("expected.nut");
        Path encoded = folder.resolve("encoded.nut");
        oneAfterTheOther(film.plan(), packets, expected);

        assertThat(run(film.plan(), packets, encoded, new ArrayList<>())).isTrue();

        assertThat(encoded).hasSameBinaryContentAs(expected);
        assertThat(frames.open()).isZero();
        assertThat(clock.pipeline().stages()).containsOnlyKeys("decode", "to-rgb", "infer", "from-rgb", "encode");
        StageUse inference = clock.pipeline().stages().get("infer");
        assertThat(clock.timings().millis()).containsEntry("infer", inference.busy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv420p10le"})
    void pictures_are_reduced_resized_and_mixed_as_one_after_the_other(String pixelFormat) throws IOException {
        RequestedFilm film = film(30, pixelFormat, new PictureSettings(48, 88, 70));
        Path packets = packets(film);
        Path expected = folder.resolve("expected.nut");
        Path encoded = folder.resolve("encoded.nut");
        resizedOneAfterTheOther(film.plan(), packets, expected);

        assertThat(run(film.plan(), packets, encoded, new ArrayList<>())).isTrue();

        assertThat(film.plan().network().inputSize(film.plan().source().size())).isEqualTo(new PictureSize(72, 48));
        assertThat(film.plan().target().size()).isEqualTo(new PictureSize(132, 88));
        assertThat(encoded).hasSameBinaryContentAs(expected);
        assertThat(frames.open()).isZero();
        assertThat(clock.pipeline().stages())
                .containsOnlyKeys("decode", "to-rgb", "keep", "reduce", "infer", "resize", "mix", "from-rgb", "encode");
    }

    private void resizedOneAfterTheOther(Plan plan, Path packets, Path encoded) {
        PictureSize source = plan.source().size();
        PictureSize input = plan.network().inputSize(source);
        PictureSize output = plan.network().outputSize(source);
        PictureSize target = plan.target().size();
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk(plan), frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                LanczosResizer reduction = new LanczosResizer(converter.rgbLayout(), source, input, frames);
                LanczosResizer resizing = new LanczosResizer(converter.rgbLayout(), output, target, frames);
                LanczosResizer enlargement = new LanczosResizer(converter.rgbLayout(), source, target, frames);
                Upscaler upscaler = upscaler(plan);
                ChunkEncoder encoder = ChunkEncoder.open(plan, encoded)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame picture = next.get();
                        Frame rgb = converter.toRgb(picture);
                        Frame reduced = reduction.resize(rgb);
                        Frame larger = upscaler.upscale(reduced);
                        Frame resized = resizing.resize(larger);
                        Frame enlarged = enlargement.resize(rgb)) {
                    PictureMixture.mix(resized, enlarged, plan.network().strength());
                    try (Frame result = converter.toYuv(resized)) {
                        encoder.encode(result);
                    }
                }
            }
            encoder.finish();
        }
    }

    @Test
    void no_picture_is_kept_where_work_stops() throws IOException {
        RequestedFilm film = film(60, "yuv420p", new PictureSettings(48, 88, 70));
        List<Long> told = new ArrayList<>();
        try (Upscaler upscaler = upscaler(film.plan())) {
            new ChunkPipeline(film.plan(), chunk(film.plan()), frames, clock)
                    .run(packets(film), folder.resolve("encoded.nut"), upscaler, told::add, () -> told.size() == 7);
        }

        assertThat(told).hasSize(7);
        assertThat(frames.open()).isZero();
    }

    @Test
    void a_long_chunk_takes_no_more_memory_than_a_short_one() throws IOException {
        RequestedFilm film = film(240, "yuv420p");

        assertThat(run(film.plan(), packets(film), folder.resolve("encoded.nut"), new ArrayList<>()))
                .isTrue();

        assertThat(frames.created()).isLessThanOrEqualTo(MOST_FRAMES);
    }

    @Test
    void a_network_that_tints_does_not_when_colours_are_matched() throws IOException {
        // The blur of the match is as wide as the bars of smaller test pictures.
        Path source = FilmRecipe.testPicture(640, 384, 240, 24).make();
        RequestedFilm film = RequestedFilm.of(source, store, folder);
        RequestedFilm matching = RequestedFilm.of(source, store, folder, ChunkPipelineTest::matchingColours);

        Check tinted = coloursAfterTinting(source, film);
        Check matched = coloursAfterTinting(source, matching);

        assertThat(tinted.passed()).as(tinted.finding()).isFalse();
        assertThat(matched.passed()).as(matched.finding()).isTrue();
        assertThat(clock.pipeline().stages()).containsKey("colour-match");
        assertThat(frames.open()).isZero();
    }

    private Check coloursAfterTinting(Path source, RequestedFilm film) {
        Path encoded = folder.resolve(film.plan().job() + ".nut");
        try (Upscaler upscaler = upscaler(film.plan())) {
            new ChunkPipeline(film.plan(), chunk(film.plan()), frames, clock)
                    .run(packets(film), encoded, new TintingUpscaler(upscaler), done -> {}, () -> false);
        }
        Path result = FilmRecipe.picturesOf(encoded, 240, 24).make(); // NUT is for chunks alone
        return FilmComparison.compare(source, result, done -> {}).checks().stream()
                .filter(check -> check.name().equals("colours"))
                .findFirst()
                .orElseThrow();
    }

    private static Plan matchingColours(Plan plan) {
        PlannedNetwork network = plan.network();
        return new Plan(
                plan.version(),
                plan.tenant(),
                plan.job(),
                plan.source(),
                plan.target(),
                new PlannedNetwork(
                        network.reference(),
                        network.precision(),
                        network.scale(),
                        network.tiles(),
                        network.reuse(),
                        true),
                plan.chunks());
    }

    /** Takes a sixth from the greens. */
    private record TintingUpscaler(Upscaler faithful) implements Upscaler {

        @Override
        public Frame upscale(Frame rgb) {
            Frame larger = faithful.upscale(rgb);
            ByteBuffer greens = larger.plane(1);
            for (int i = 0; i < greens.limit(); i++) {
                greens.put(i, (byte) (Byte.toUnsignedInt(greens.get(i)) * 5 / 6));
            }
            return larger;
        }

        @Override
        public void close() {
            // The one within is its owner's.
        }
    }

    @Test
    void it_stops_at_a_frame_and_tells_of_none_after_it() throws IOException {
        RequestedFilm film = film(60, "yuv420p");
        List<Long> told = new ArrayList<>();
        Upscaler upscaler = upscaler(film.plan());

        boolean complete = new ChunkPipeline(film.plan(), chunk(film.plan()), frames, clock)
                .run(packets(film), folder.resolve("encoded.nut"), upscaler, told::add, () -> told.size() == 7);
        upscaler.close();

        assertThat(complete).isFalse();
        assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(frames.open()).isZero();
    }

    @Test
    void a_chunk_that_is_cut_off_is_found_corrupt() throws IOException {
        RequestedFilm film = film(60, "yuv420p");
        Path packets = packets(film);
        byte[] bytes = Files.readAllBytes(packets);
        Files.write(packets, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> run(film.plan(), packets, folder.resolve("encoded.nut"), new ArrayList<>()))
                .isInstanceOf(MediaCorruptException.class);
        assertThat(frames.open()).isZero();
    }

    private boolean run(Plan plan, Path packets, Path encoded, List<Long> told) {
        try (Upscaler upscaler = upscaler(plan)) {
            return new ChunkPipeline(plan, chunk(plan), frames, clock)
                    .run(packets, encoded, upscaler, told::add, () -> false);
        }
    }

    private void oneAfterTheOther(Plan plan, Path packets, Path encoded) {
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk(plan), frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                Upscaler upscaler = upscaler(plan);
                ChunkEncoder encoder = ChunkEncoder.open(plan, encoded)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame source = next.get();
                        Frame rgb = converter.toRgb(source);
                        Frame larger = upscaler.upscale(rgb);
                        Frame result = converter.toYuv(larger)) {
                    encoder.encode(result);
                }
            }
            encoder.finish();
        }
    }

    private Upscaler upscaler(Plan plan) {
        return new TiledUpscaler(session, plan.network().tiles(), frames);
    }

    private static PlannedChunk chunk(Plan plan) {
        return plan.chunks().get(0);
    }

    /** All of one chunk. */
    private RequestedFilm film(int count, String pixelFormat) throws IOException {
        return RequestedFilm.of(
                FilmRecipe.testPicture(96, 64, 240, count)
                        .encoded("-pix_fmt", pixelFormat)
                        .make(),
                store,
                folder);
    }

    private RequestedFilm film(int count, String pixelFormat, PictureSettings picture) throws IOException {
        return RequestedFilm.of(
                FilmRecipe.testPicture(96, 64, 240, count)
                        .encoded("-pix_fmt", pixelFormat)
                        .make(),
                store,
                folder,
                picture);
    }

    private Path packets(RequestedFilm film) {
        Path packets = folder.resolve("packets.nut");
        store.client().fetch(film.requests().get(0).packets(), packets);
        return packets;
    }
}
