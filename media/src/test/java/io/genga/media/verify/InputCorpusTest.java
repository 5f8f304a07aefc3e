package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every codec in every container that holds it, cut into one, three and seven chunks. FFV1 tells a picture that was decoded from another start
 * from the same one decoded from the film's beginning.
 */
class InputCorpusTest {

    private static final int FRAMES = 42;
    private static final String WITHOUT_B = "H.264, intra refresh";
    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(96, 64, 24, FRAMES);

    @TempDir
    Path folder;

    /** How a picture is coded. */
    record Coding(String name, List<String> arguments) {

        static Coding of(String name, String... arguments) {
            return new Coding(name, List.of(arguments));
        }
    }

    private static Stream<Coding> codings() {
        return Stream.of(
                x264("H.264, closed", GroupOfPictures.CLOSED),
                x264("H.264, open", GroupOfPictures.OPEN),
                x264("H.264, long", GroupOfPictures.LONG),
                x264(WITHOUT_B, GroupOfPictures.INTRA_REFRESH),
                x265("HEVC, IDR", "keyint=6:open-gop=0:bframes=3"),
                x265("HEVC, CRA with RASL", "keyint=6:min-keyint=6:open-gop=1:bframes=3:scenecut=0"),
                x265("HEVC, long", "keyint=-1:bframes=3:scenecut=0"),
                Coding.of(
                        "AV1", "-c:v", "libsvtav1", "-preset", "12", "-g", "6", "-svtav1-params", "scd=0:lookahead=8"),
                Coding.of("VP9", "-c:v", "libvpx-vp9", "-g", "6", "-deadline", "realtime", "-cpu-used", "8"),
                Coding.of("MPEG-2", "-c:v", "mpeg2video", "-g", "6", "-bf", "2", "-b:v", "2M"),
                Coding.of(
                        "MPEG-2, closed",
                        "-c:v",
                        "mpeg2video",
                        "-g",
                        "6",
                        "-bf",
                        "2",
                        "-flags",
                        "+cgop",
                        "-sc_threshold",
                        "1000000000"),
                Coding.of("MPEG-4", "-c:v", "mpeg4", "-g", "6", "-b:v", "1M"),
                Coding.of("MPEG-4, B", "-c:v", "mpeg4", "-g", "6", "-bf", "2", "-b:v", "1M"),
                Coding.of("MJPEG", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3"),
                Coding.of("FFV1", "-c:v", "ffv1", "-level", "3", "-g", "1"),
                Coding.of("FFV1, groups", "-c:v", "ffv1", "-level", "3", "-g", "6"));
    }

    private static Coding x264(String name, GroupOfPictures groups) {
        return Coding.of(name, "-c:v", "libx264", "-preset", "veryfast", "-x264-params", groups.x264Parameters());
    }

    private static Coding x265(String name, String parameters) {
        return Coding.of(name, "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=0:" + parameters);
    }

    static Stream<Arguments> films() {
        return codings().flatMap(coding -> Stream.of("mkv", "mp4", "mov", "ts", "mpg", "avi", "webm")
                .filter(extension -> holds(extension, coding))
                .map(extension -> arguments(coding, extension)));
    }

    private static boolean holds(String extension, Coding coding) {
        String codec = coding.name().split(",", -1)[0];
        return switch (extension) {
            case "mp4" -> !List.of("FFV1", "MJPEG", "ProRes").contains(codec);
            case "mov" -> !List.of("FFV1", "VP9", "AV1").contains(codec);
            case "ts" -> List.of("H.264", "HEVC", "MPEG-2", "MPEG-4").contains(codec);
            case "mpg" -> codec.equals("MPEG-2");
            case "avi" ->
                List.of("MPEG-4", "MJPEG", "FFV1").contains(codec)
                        || coding.name().equals(WITHOUT_B);
            case "webm" -> List.of("VP9", "AV1").contains(codec);
            default -> true;
        };
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("films")
    void every_picture_comes_out_at_its_time_wherever_the_film_is_cut(Coding coding, String extension)
            throws IOException {
        Path film = PICTURE.encoded(coding.arguments().toArray(String[]::new))
                .with(new Companion.Sound(440))
                .muxed("-c:a", soundIn(extension))
                .in(extension)
                .make();
        List<FrameHash> witnessed = FilmWitness.frames(film);
        List<FrameHash> whole = remaster(film, Duration.ofMinutes(1));

        assertThat(whole).hasSameSizeAs(witnessed);
        assertThat(remaster(film, Duration.ofMillis(600))).isEqualTo(whole);
        assertThat(remaster(film, Duration.ofMillis(250))).isEqualTo(whole);
    }

    /** Its pictures have a least size. */
    @ParameterizedTest
    @ValueSource(strings = {"mov", "mkv"})
    void dnxhr_comes_out_whole(String extension) throws IOException {
        // The codec says BT.709 of every picture; of another matrix it would have colours that cannot be shown.
        Path film = FilmRecipe.testPicture(256, 120, 24, 12)
                .filtered("scale=out_color_matrix=bt709")
                .encoded("-c:v", "dnxhd", "-profile:v", "dnxhr_hq", "-pix_fmt", "yuv422p")
                .in(extension)
                .make();

        List<FrameHash> whole = remaster(film, Duration.ofMinutes(1));

        assertThat(whole).hasSameSizeAs(FilmWitness.frames(film));
        assertThat(remaster(film, Duration.ofMillis(250))).isEqualTo(whole);
    }

    private static String soundIn(String extension) {
        return switch (extension) {
            case "webm" -> "libopus";
            case "mpg" -> "mp2";
            case "avi" -> "mp2";
            default -> "aac";
        };
    }

    private List<FrameHash> remaster(Path film, Duration chunk) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        Remastering remastering = Remastering.plan(film, new Ffv1Settings(), OutputContainer.MATROSKA, chunk, work);
        Path result = remastering.film();
        FilmVerifier.verify(remastering.plan(), film, result);
        ComparisonReport report = FilmComparison.compare(film, result, frames -> {});
        assertThat(report.checks()).allMatch(Check::passed);
        return FilmWitness.frames(result);
    }
}
