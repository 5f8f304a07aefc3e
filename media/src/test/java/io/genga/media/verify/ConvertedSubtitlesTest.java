package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedConversion;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.fixture.TamperedFilm;
import io.genga.media.fixture.TamperedFilm.Fault;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said, and when, stays the same in the format of another container. */
class ConvertedSubtitlesTest {

    private static final int FRAMES = 48;

    /** Japanese, two lines, emphasis, letters that are markup elsewhere, times that are no frame's. */
    private static final String DIALOGUE = """
            1
            00:00:00,203 --> 00:00:00,907
            原画 <i>斜め</i>
            二行目

            2
            00:00:00,907 --> 00:00:01,411
            Q & A: 1 < 2, 3 > 2, {braces}

            3
            00:00:01,502 --> 00:00:01,803
            <b>bold</b> and <u>under</u>
            """;

    private static final String SCRIPT = """
            [Script Info]
            ScriptType: v4.00+

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, Underline, Alignment
            Style: Default,Comic Sans,72,&H00FF00FF,0,0,0,2
            Style: Thought,Comic Sans,72,&H00FF00FF,0,-1,0,8

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            Dialogue: 0,0:00:00.20,0:00:00.90,Default,,0,0,0,,{\\pos(10,20)\\fs30}原画{TLC: key drawings}\\N二行目
            Dialogue: 0,0:00:01.00,0:00:01.40,Thought,,0,0,0,,slanted {\\i0}upright{\\r} slanted
            Dialogue: 0,0:00:01.50,0:00:01.80,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
            Dialogue: 0,0:00:01.50,0:00:01.80,Default,,0,0,0,,hard\\hspace, soft\\nbreak
            """;

    private static final String OVERLAPPING = """
            1
            00:00:00,100 --> 00:00:01,500
            long

            2
            00:00:00,500 --> 00:00:01,000
            short
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("mp4", "mov_text", OutputContainer.MATROSKA, "subrip"),
                Arguments.of("mkv", "srt", OutputContainer.MP4, "mov_text"),
                Arguments.of("mkv", "srt", OutputContainer.FRAGMENTED_MP4, "mov_text"),
                Arguments.of("mkv", "srt", OutputContainer.MOV, "mov_text"),
                Arguments.of("mkv", "srt", OutputContainer.WEBM, "webvtt"),
                Arguments.of("mp4", "mov_text", OutputContainer.WEBM, "webvtt"),
                Arguments.of("mkv", "webvtt", OutputContainer.MP4, "mov_text"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void text_times_and_emphasis_stay(String from, String encoder, OutputContainer to, String codec) {
        Path source = film(from).with(dialogue(encoder)).make();

        Remastering work = converting(source, to);
        Path film = work.film();

        assertThat(work.plan().source().conversions())
                .containsExactly(new PlannedConversion(1, "#1 subtitle (" + name(encoder) + ", jpn)", codec));
        assertThat(work.plan().source().losses()).isEmpty();
        assertThat(Examination.passed(work.plan(), source, film)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
        assertThat(FilmWitness.subtitles(film)).isEqualToIgnoringWhitespace(DIALOGUE);
        assertThat(contents(FilmComparison.compare(source, film, frames -> {})))
                .isEqualTo("converted from " + name(encoder) + " to " + codec
                        + ", all 3 texts are the source's; against the picture at most +0.000 ms off");
    }

    /** FFmpeg's encoder of WebVTT does not escape: this is written by hand. */
    private static Companion dialogue(String encoder) {
        String webVtt = "WEBVTT\n\n"
                + DIALOGUE.replaceAll("(\\d),(\\d{3})", "$1.$2")
                        .replace("&", "&amp;")
                        .replace("1 < 2, 3 > 2", "1 &lt; 2, 3 &gt; 2");
        return encoder.equals("webvtt")
                ? new Companion.SubtitleFile(webVtt, "vtt", "copy", "jpn")
                : new Companion.SubtitleFile(DIALOGUE, "srt", encoder, "jpn");
    }

    @ParameterizedTest
    @CsvSource({"MP4,mov_text", "WEBM,webvtt"})
    void a_script_keeps_its_words_and_its_emphasis_alone(OutputContainer to) {
        Path source = film("mkv")
                .with(new Companion.SubtitleFile(SCRIPT, "ass", "copy", "jpn"))
                .make();

        Remastering work = converting(source, to);
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
        assertThat(FilmWitness.subtitles(film)).isEqualToIgnoringWhitespace("""
                        1
                        00:00:00,200 --> 00:00:00,900
                        原画
                        二行目

                        2
                        00:00:01,000 --> 00:00:01,400
                        <i>slanted </i>upright<i> slanted</i>

                        3
                        00:00:01,500 --> 00:00:01,800
                        hard\u00a0space, soft break
                        """);
    }

    @Test
    void where_one_text_is_shown_at_a_time_texts_that_overlap_are_shown_together() {
        Path source = film("mkv")
                .with(new Companion.SubtitleFile(OVERLAPPING, "srt", "srt", "eng"))
                .make();

        Remastering work = converting(source, OutputContainer.MP4);
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film).frames()).isEqualTo(FRAMES);
        assertThat(FilmWitness.subtitles(film)).isEqualToIgnoringWhitespace("""
                        1
                        00:00:00,100 --> 00:00:00,500
                        long

                        2
                        00:00:00,500 --> 00:00:01,000
                        long
                        short

                        3
                        00:00:01,000 --> 00:00:01,500
                        long
                        """);
    }

    @Test
    void what_the_container_can_hold_is_copied() {
        Path source = film("mkv").with(new Companion.Subtitles("srt", "jpn")).make();

        Remastering work = converting(source, OutputContainer.MATROSKA);

        assertThat(work.plan().source().conversions()).isEmpty();
        assertThat(Examination.passed(work.plan(), source, work.film()).frames())
                .isEqualTo(FRAMES);
    }

    /** FFmpeg's muxer would end the process. */
    @Test
    void text_whose_clock_is_coarse_is_copied_into_fragments() {
        Path source = film("mp4")
                .with(new Companion.SubtitleFile(DIALOGUE, "srt", "mov_text", "jpn"))
                .muxed("-time_base:s", "1/1000")
                .make();

        Remastering work = converting(source, OutputContainer.FRAGMENTED_MP4);
        Path film = work.film();

        assertThat(work.plan().source().conversions()).isEmpty();
        assertThat(Examination.passed(work.plan(), source, film)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
        assertThat(FilmWitness.subtitles(film)).isEqualToIgnoringWhitespace(DIALOGUE);
    }

    static Stream<Arguments> faults() {
        Fault lost = (packet, position) -> position == 1 ? 0 : 1;
        Fault late = (packet, position) -> {
            packet.pts(packet.pts() + (position == 1 ? 40 : 0));
            return 1;
        };
        Fault other = (packet, position) -> {
            packet.data().put(0, (byte) 'x');
            return 1;
        };
        return Stream.of(
                Arguments.of("lost", lost), Arguments.of("late", late), Arguments.of("with another letter", other));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_converted_text_is_not_published(String name, Fault fault) {
        Path source =
                film("mp4").with(new Companion.Subtitles("mov_text", "eng")).make();
        Remastering work = converting(source, OutputContainer.MATROSKA);
        Path film = work.film();
        int subtitles = 1;

        Path faulty = TamperedFilm.copy(
                film,
                folder.resolve("faulty.mkv"),
                stream -> true,
                (packet, position) -> packet.stream_index() == subtitles ? fault.copies(packet, position) : 1);

        assertThat(Examination.fault(work.plan(), source, faulty))
                .hasValueSatisfying(found -> assertThat(found).contains("#1 subtitle (subrip, eng)"));
    }

    private Remastering converting(Path source, OutputContainer container) {
        EncoderSettings encoder =
                container == OutputContainer.WEBM ? new SvtAv1Settings(30, 12) : new X264Settings(23, "veryfast");
        SourceSelection selection = new SourceSelection(null, Set.of(AllowedLoss.SUBTITLE_FORMAT));
        return Remastering.plan(source, encoder, null, container, selection, Duration.ofMillis(700), folder);
    }

    private static String name(String encoder) {
        return encoder.equals("srt") ? "subrip" : encoder;
    }

    private static String contents(ComparisonReport report) {
        return report.checks().stream()
                .filter(check -> check.name().equals("subtitle #1") && check.passed())
                .map(Check::finding)
                .findFirst()
                .orElse(report.toString());
    }

    private static FilmRecipe film(String extension) {
        return FilmRecipe.testPicture(160, 120, 24, FRAMES).in(extension);
    }
}
