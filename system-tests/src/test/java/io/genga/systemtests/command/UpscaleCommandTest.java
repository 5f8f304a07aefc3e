package io.genga.systemtests.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.GengaCommand;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.testsupport.network.SofteningNetwork;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code genga upscale}, as a user runs it. */
class UpscaleCommandTest {

    private static final int INTERRUPTED = 130;
    private static final int IN_USE = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = GroupOfPictures.class,
            names = {"OPEN", "INTRA_REFRESH"})
    void a_film_comes_back_whole_however_its_pictures_refer_to_each_other(GroupOfPictures groups) throws IOException {
        Path film = FilmRecipe.testPicture(128, 96, 24, 120)
                .grouped(groups)
                .with(new Companion.Sound(440))
                .in("mkv")
                .make();

        JsonNode report = upscale(film, "--model", "nearest-x2");

        assertThat(report.get("frames").asInt()).isEqualTo(120);
        assertSameFilmButLarger(film);
    }

    @Test
    void a_transport_stream_of_hevc_comes_back_whole() {
        Path film = FilmRecipe.testPicture(160, 120, 24, 48)
                .encoded("-c:v", "libx265", "-x265-params", "log-level=0:keyint=12:open-gop=1:bframes=3")
                .with(new Companion.Sound(440))
                .in("ts")
                .make();

        run(film, result(), "--model", "nearest-x2");

        assertThat(FilmWitness.frames(result())).hasSameSizeAs(FilmWitness.frames(film));
        assertThat(FilmWitness.packets(result(), "a:0")).hasSameSizeAs(FilmWitness.packets(film, "a:0"));
    }

    @Test
    void a_film_of_ten_bits_keeps_its_shades_in_h265() throws IOException {
        Path film = FilmRecipe.testPicture(160, 120, 24, 48)
                .filtered("format=yuv420p10le,geq=lum='64+X*5+N':cb=512:cr=512")
                .encoded("-pix_fmt", "yuv420p10le", "-crf", "1")
                .in("mkv")
                .make();
        Path pictures = folder.resolve("pictures.raw");

        run(film, result(), "--model", "nearest-x2", "--encoder", "x265", "--crf", "2", "--preset", "ultrafast");

        FilmWitness.writePictures(result(), "yuv420p10le", pictures);
        byte[] samples = Files.readAllBytes(pictures);
        ShortBuffer firstRow =
                ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        assertThat(samples).hasSize(48 * 320 * 240 * 3);
        assertThat(IntStream.range(0, 320)
                        .map(firstRow::get)
                        .filter(sample -> sample % 4 != 0)
                        .count())
                .isGreaterThan(160);
    }

    @Test
    void whatever_is_in_a_matroska_film_is_in_the_result() throws IOException {
        Path film = FilmRecipe.testPicture(128, 96, 24, 72)
                .with(
                        new Companion.Sound(440),
                        new Companion.Sound(880),
                        new Companion.Subtitles("ass", "jpn"),
                        new Companion.Subtitles("srt", "eng"),
                        new Companion.Chapters(),
                        new Companion.Font())
                .in("mkv")
                .make();

        upscale(film, "--model", "nearest-x2");

        assertSameFilmButLarger(film);
        for (String stream : List.of("a:1", "s:0", "s:1")) {
            assertThat(packetHashes(result(), stream)).containsExactlyElementsOf(packetHashes(film, stream));
        }
    }

    @Test
    void the_pictures_are_those_of_a_direct_loop_over_the_whole_film() throws IOException {
        assertPicturesOfDirectLoop(FilmRecipe.testPicture(160, 120, 24, 96)
                .grouped(GroupOfPictures.IRREGULAR)
                .in("mkv")
                .make());
    }

    @Test
    void the_pictures_of_the_real_clip_are_those_of_a_direct_loop() throws IOException {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the real clip is not here");

        assertPicturesOfDirectLoop(clip);
    }

    private void assertPicturesOfDirectLoop(Path film) throws IOException {
        Path direct = folder.resolve("direct.raw");
        Path remastered = folder.resolve("remastered.raw");

        DirectLoop.upscale(film, "genga-cel-x2", direct);
        upscale(film, "--model", "genga-cel-x2", "--encoder", "ffv1", "--workers", "3", "--reuse", "off");
        FilmWitness.writePictures(result(), "yuv420p", remastered);

        assertThat(largestDifference(direct, remastered)).isLessThanOrEqualTo(1);
    }

    @Test
    void a_held_drawing_is_upscaled_once_and_the_report_says_so() throws IOException {
        Path film = FilmRecipe.testPicture(192, 144, 24, 48)
                .filtered("select='lt(n,1)',loop=loop=47:size=1,setpts=N/24/TB")
                .in("mkv")
                .make();

        JsonNode reuse = upscale(film, "--encoder", "ffv1").get("reuse");

        assertThat(reuse.get("inferencePixelShare").asDouble()).isLessThan(0.1);
        assertThat(reuse.get("keptPixels").asLong())
                .isGreaterThan(reuse.get("framePixels").asLong() * 9 / 10);
        assertThat(FilmWitness.frames(result())).hasSize(48);
    }

    @Test
    void a_film_that_was_drawn_smaller_becomes_as_high_as_asked_for() throws IOException {
        Path film = FilmRecipe.testPicture(160, 120, 24, 48)
                .filtered("setsar=8/9")
                .with(new Companion.Sound(440))
                .in("mkv")
                .make();
        Path pictures = folder.resolve("pictures.raw");

        JsonNode report =
                upscale(film, "--model", "nearest-x2", "--native-height", "60", "--height", "180", "--strength", "75");

        assertThat(report.get("picture").toString()).isEqualTo("{\"nativeHeight\":60,\"height\":180,\"strength\":75}");
        assertSameFilmButLarger(film);
        FilmWitness.writePictures(result(), "yuv420p", pictures);
        assertThat(pictures).hasSize(48L * 240 * 180 * 3 / 2);
    }

    /** Lossless in between: what is left is the rounding of Y′CbCr, which a chain does once and two commands do twice. */
    @ParameterizedTest
    @CsvSource({"gbrp12le, 0", "yuv444p, 1"})
    void a_chain_of_networks_makes_what_they_make_one_command_after_the_other(String pixelFormat, int rounding)
            throws IOException {
        Path film = FilmRecipe.testPicture(160, 120, 24, 24)
                .encoded("-c:v", "ffv1", "-pix_fmt", pixelFormat)
                .in("mkv")
                .make();
        String softening = Files.write(folder.resolve("softening-x1.onnx"), SofteningNetwork.onnx())
                .toString();
        Files.writeString(folder.resolve("softening-x1.yaml"), SofteningNetwork.manifest());
        Path first = folder.resolve("first.mkv");
        Path second = folder.resolve("second.mkv");

        // Which kept tiles are computed again, to be checked, depends on the chunk's recipe.
        String[] lossless = {"--encoder", "ffv1", "--reuse", "exact", "--model"};
        run(film, first, append(lossless, softening));
        run(first, second, append(lossless, "nearest-x2"));
        JsonNode report = upscale(film, append(lossless, softening + ",nearest-x2"));

        Path oneAfterTheOther = folder.resolve("one-after-the-other.raw");
        Path chained = folder.resolve("chained.raw");
        FilmWitness.writePictures(second, pixelFormat, oneAfterTheOther);
        FilmWitness.writePictures(result(), pixelFormat, chained);
        assertThat(largestDifference(oneAfterTheOther, chained)).isLessThanOrEqualTo(rounding);
        assertThat(report.at("/model/name").asText()).isEqualTo("nearest-x2");
        assertThat(report.at("/earlierModels/0/name").asText()).isEqualTo("softening-x1");
        assertThat(report.at("/earlierModels/0/scale").asInt()).isEqualTo(1);
    }

    @Test
    void three_workers_make_the_same_film_as_one() throws IOException {
        Path film = FilmRecipe.testPicture(128, 96, 24, 96).in("mkv").make();
        Path alone = folder.resolve("alone.mkv");
        Path together = folder.resolve("together.mkv");

        run(film, alone, "--workers", "1", "--encoder", "ffv1");
        run(film, together, "--workers", "3", "--encoder", "ffv1", "--force");

        assertThat(FilmWitness.frames(together)).containsExactlyElementsOf(FilmWitness.frames(alone));
    }

    @Test
    void the_real_clip_becomes_twice_as_large() throws IOException {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the real clip is not here");

        JsonNode report = upscale(clip, "--model", "nearest-x2", "--preset", "ultrafast");

        assertThat(report.get("frames").asInt()).isEqualTo(181);
        assertSameFilmButLarger(clip);
    }

    @Test
    void a_killed_command_goes_on_where_it_was() throws IOException {
        Path film = longWork();
        GengaCommand killed = start(film);
        Path results = folder.resolve("data/store");
        Conditions.await("a chunk's result is stored", () -> hasResults(results), killed::output);

        killed.kill();
        JsonNode report = upscale(film);

        assertThat(report.get("chunks").get("resumed").asInt()).isPositive();
        assertSameFilmButLarger(film);
    }

    @Test
    void a_command_that_is_stopped_says_how_to_go_on_and_goes_on() throws IOException {
        Path film = longWork();
        GengaCommand stopped = start(film);
        Conditions.await("a chunk's result is stored", () -> hasResults(folder.resolve("data/store")), stopped::output);

        stopped.interrupt();
        GengaCommand.Result result = stopped.await();
        assertThat(result.exitCode()).isEqualTo(INTERRUPTED);
        assertThat(result.output() + result.errors()).contains("same command");

        upscale(film);
        assertSameFilmButLarger(film);
    }

    @Test
    void a_data_directory_in_use_is_refused_with_the_name_of_its_holder() {
        Path film = longWork();
        GengaCommand first = start(film);
        Conditions.await(
                "the first command holds the directory", () -> hasResults(folder.resolve("data/store")), first::output);

        GengaCommand.Result second = GengaCommand.run(
                folder, "upscale", film, folder.resolve("other.mkv"), "--data-dir", folder.resolve("data"));

        assertThat(second.exitCode()).isEqualTo(IN_USE);
        assertThat(second.errors().lines()).hasSize(1);
        assertThat(second.errors()).contains("upscale");
        first.kill();
    }

    @Test
    void a_network_that_remembers_makes_of_chunks_what_it_makes_of_the_whole_film() throws IOException {
        Path onnx = Files.write(folder.resolve("remembering-x2.onnx"), RememberingNetwork.onnx());
        Files.writeString(folder.resolve("remembering-x2.yaml"), RememberingNetwork.manifest(30));

        assertChunksAreAsTheWholeFilm(onnx);
    }

    @Test
    void so_does_a_network_that_goes_both_ways() throws IOException {
        assertChunksAreAsTheWholeFilm(BothWaysNetwork.write(folder, 30));
    }

    private void assertChunksAreAsTheWholeFilm(Path network) throws IOException {
        // Too small for the verification to look at colours, which these networks change.
        Path film = FilmRecipe.testPicture(60, 44, 24, 264).in("mkv").make();
        Path expected = folder.resolve("expected.raw");
        Path found = folder.resolve("found.raw");
        DirectLoop.upscaleSequence(film, CataloguedNetwork.fromFile(network), expected);

        // To both ends of the film, so that not even roundings differ.
        JsonNode report = upscale(film, "--model", network.toString(), "--encoder", "ffv1", "--warm-up", "264");

        assertThat(report.get("chunks").get("total").asInt()).isGreaterThan(1);
        assertThat(report.get("warmUpFrames").asInt()).isPositive();
        assertThat(report.get("reuse").isNull()).isTrue();
        FilmWitness.writePictures(result(), "yuv420p", found);
        assertThat(found).hasSameBinaryContentAs(expected);
    }

    /** Some seconds of inference in several chunks, so that there is a middle to stop in. */
    private static Path longWork() {
        return FilmRecipe.testPicture(240, 180, 24, 600)
                .with(new Companion.Sound(440))
                .in("mkv")
                .make();
    }

    private static String[] append(String[] options, String last) {
        return Stream.concat(Arrays.stream(options), Stream.of(last)).toArray(String[]::new);
    }

    private GengaCommand start(Path film) {
        return GengaCommand.start(folder, arguments(film, result()));
    }

    private JsonNode upscale(Path film, String... options) throws IOException {
        run(film, result(), options);
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private void run(Path film, Path result, String... options) {
        GengaCommand.Result ended = GengaCommand.run(folder, arguments(film, result, options));
        assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isZero();
    }

    private Object[] arguments(Path film, Path result, String... options) {
        Stream<Object> fixed = Stream.of(
                "upscale",
                film,
                result,
                "--data-dir",
                folder.resolve("data"),
                "--report",
                folder.resolve("report.json"));
        return Stream.concat(fixed, Stream.of((Object[]) options)).toArray();
    }

    private Path result() {
        return folder.resolve("out.mkv");
    }

    private static boolean hasResults(Path store) {
        if (!Files.exists(store)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                store,
                Integer.MAX_VALUE,
                (path, attributes) -> path.toString().contains("/results/") && attributes.isRegularFile())) {
            return files.findAny().isPresent();
        } catch (IOException | java.io.UncheckedIOException changing) {
            return false;
        }
    }

    private void assertSameFilmButLarger(Path source) {
        List<FrameHash> before = FilmWitness.frames(source);
        List<FrameHash> after = FilmWitness.frames(result());
        assertThat(after).hasSameSizeAs(before);
        assertThat(packetHashes(result(), "a:0")).containsExactlyElementsOf(packetHashes(source, "a:0"));
    }

    private static int largestDifference(Path one, Path other) throws IOException {
        byte[] a = Files.readAllBytes(one);
        byte[] b = Files.readAllBytes(other);
        assertThat(a).isNotEmpty().hasSameSizeAs(b);
        int largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
        }
        return largest;
    }

    private static List<String> packetHashes(Path film, String stream) {
        return FilmWitness.packets(film, stream).stream().map(FrameHash::md5).toList();
    }
}
