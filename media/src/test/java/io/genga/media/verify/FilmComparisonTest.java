package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.RefusedMediaException;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault that is planted into a faultless film is found, by the check whose name it bears. */
class FilmComparisonTest {

    private static final int FRAMES = 48;
    private static final int SEAM = 24;

    private static final List<String> EVERYTHING_ELSE = List.of("-map", "0:a", "-map", "0:s", "-map", "0:t");

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("frames", "a dropped frame", "select='not(eq(n," + SEAM + "))'"),
                fault("order", "a dropped frame", "select='not(eq(n," + SEAM + "))'"),
                fault("order", "a doubled frame", order(SEAM, SEAM - 1)),
                fault("order", "two frames changed over", swap(SEAM - 1, SEAM)),
                fault("times", "a late frame", "setpts='PTS+if(eq(N," + SEAM + "),0.003/TB,0)'"),
                fault("colours", "another matrix", "scale=in_color_matrix=bt601:out_color_matrix=bt709"),
                fault("colours", "another range", "scale=in_range=limited:out_range=full"),
                fault("shape", "other samples", "setsar=8/9"));
    }

    private static Arguments fault(String check, String name, String filter) {
        return Arguments.of(check, name, filter);
    }

    /** Every frame in its place, but {@code shown} in that of {@code frame}. */
    private static String order(int frame, int shown) {
        return mapping(i -> i == frame ? shown : i);
    }

    private static String swap(int one, int other) {
        return mapping(i -> i == one ? other : i == other ? one : i);
    }

    private static String mapping(java.util.function.IntUnaryOperator frames) {
        return "shuffleframes=mapping='"
                + IntStream.range(0, FRAMES)
                        .map(frames)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "))
                + "'";
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("faults")
    void a_fault_of_the_picture_is_found(String check, String name, String filter) {
        // The tags stay as they were: what a filter says of its output is taken back.
        String tags = ",setparams=range=limited:colorspace=smpte170m:color_primaries=smpte170m:color_trc=smpte170m";
        Path source = source();
        Path faulty = again(remastered(source), filter + tags, EVERYTHING_ELSE, "-c:v", "libx264");

        ComparisonReport report = compare(source, faulty);

        assertThat(failed(report)).as(report.toString()).contains(check);
        assertThat(report.passed()).isFalse();
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("attached files", List.of("-map", "0:a", "-map", "0:s")),
                Arguments.of("streams", List.of("-map", "0:a", "-map", "0:t")),
                Arguments.of("streams", List.of("-map", "0:s", "-map", "0:t")),
                Arguments.of("chapters", plus(EVERYTHING_ELSE, "-map_chapters", "-1")),
                Arguments.of("audio #1", plus(EVERYTHING_ELSE, "-c:a", "aac")),
                Arguments.of("audio #1", plus(EVERYTHING_ELSE, "-bsf:a", "setts=ts=TS+40")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("losses")
    void a_fault_of_anything_else_is_found_and_no_other(String check, List<String> streams) {
        Path source = source();
        Path faulty = again(remastered(source), null, streams, "-c:v", "copy");

        ComparisonReport report = compare(source, faulty);

        assertThat(failed(report)).as(report.toString()).containsExactly(check);
    }

    @Test
    void a_sentence_names_the_frame_and_what_it_shows() {
        Path source = source();
        Path faulty = again(remastered(source), order(SEAM, SEAM - 1), EVERYTHING_ELSE, "-c:v", "libx264");

        assertThat(finding(compare(source, faulty), "order")).isEqualTo("frame 24 (1.000 s) shows frame 23");
    }

    static Stream<EncoderSettings> encoders() {
        return Stream.of(
                new X264Settings(18, "veryfast"),
                new X264Settings(30, "veryfast"),
                new X265Settings(28, "ultrafast"),
                new SvtAv1Settings(35, 12));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void a_faultless_film_raises_no_alarm(EncoderSettings encoder) {
        for (String filter : List.of("null", "noise=alls=12:allf=t", "fade=in:0:40", "framestep=3,fps=24")) {
            Path source = FilmRecipe.testPicture(320, 240, 24, FRAMES)
                    .filtered(filter)
                    .with(new Companion.Sound(440))
                    .in("mkv")
                    .make();
            Path film = remastered(source, encoder);

            ComparisonReport report = compare(source, film);

            assertThat(failed(report)).as(filter + ": " + report).isEmpty();
        }
    }

    @Test
    void progress_is_told_frame_by_frame() {
        Path source = source();
        List<Long> told = new ArrayList<>();

        FilmComparison.compare(source, source, told::add);

        assertThat(told).hasSize(FRAMES).isSorted().endsWith((long) FRAMES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_no_film_is_refused_by_name(boolean isSource) throws IOException {
        Path text = Files.writeString(folder.resolve("text.mkv"), "no film");

        assertThatThrownBy(() -> {
                    if (isSource) {
                        compare(text, source());
                    } else {
                        compare(source(), text);
                    }
                })
                .isInstanceOf(RefusedMediaException.class)
                .hasMessageContaining("text.mkv");
    }

    @Test
    void a_result_that_breaks_off_is_found() throws IOException {
        Path source = source();
        byte[] whole = Files.readAllBytes(remastered(source));
        Path cut = Files.write(folder.resolve("cut.mkv"), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(failed(compare(source, cut))).contains("frames");
    }

    private static Path source() {
        FilmRecipe picture = FilmRecipe.testPicture(320, 240, 24, FRAMES);
        // The sound ends before the picture: the ffmpeg program, where it counts frames, leaves out what is behind the
        // last.
        return new FilmRecipe(picture.source(), 30, FRAMES, null, picture.encoding(), List.of(), List.of(), "mkv")
                .with(
                        new Companion.Sound(440),
                        new Companion.Subtitles("srt", "jpn"),
                        new Companion.Chapters(),
                        new Companion.Font())
                .make();
    }

    private Path remastered(Path source) {
        return remastered(source, new X264Settings(14, "veryfast"));
    }

    private Path remastered(Path source, EncoderSettings encoder) {
        return Remastering.plan(
                        source,
                        encoder,
                        null,
                        OutputContainer.MATROSKA,
                        SourceSelection.EVERYTHING,
                        Duration.ofMillis(500),
                        folder)
                .film();
    }

    /** {@code film} through the ffmpeg program. */
    private static Path again(Path film, String filter, List<String> streams, String... video) {
        List<String> encoding =
                plus(List.of(video), "-crf", "12", "-preset", "veryfast", "-bf", "0", "-enc_time_base", "1/1000");
        List<String> muxing = plus(List.of("-c:a", "copy", "-c:s", "copy"), streams.toArray(String[]::new));
        return new FilmRecipe(
                        List.of("-copyts", "-i", film.toString()),
                        24,
                        FRAMES,
                        filter,
                        encoding,
                        List.of(),
                        muxing,
                        "mkv")
                .make();
    }

    private static List<String> plus(List<String> list, String... added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    private static ComparisonReport compare(Path source, Path result) {
        return FilmComparison.compare(source, result, frames -> {});
    }

    private static List<String> failed(ComparisonReport report) {
        return report.checks().stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .toList();
    }

    private static String finding(ComparisonReport report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .map(Check::finding)
                .findFirst()
                .orElseThrow();
    }

    /** What a network makes of lines would be taken for a change of colours. */
    @Test
    void of_pictures_as_small_as_icons_no_colours_are_told() {
        Path source = FilmRecipe.testPicture(32, 32, 24, FRAMES).make();
        Path tinted = FilmRecipe.picturesOf(source, 24, FRAMES)
                .filtered("scale=in_range=limited:out_range=full")
                .make();

        ComparisonReport report = FilmComparison.compare(source, tinted, frames -> {});

        assertThat(report.checks())
                .filteredOn(check -> check.name().equals("colours"))
                .singleElement()
                .satisfies(check -> assertThat(check.finding()).startsWith("nothing can be said"));
    }
}
