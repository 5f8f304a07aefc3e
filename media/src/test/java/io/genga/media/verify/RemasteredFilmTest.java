package io.genga.media.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedLoss;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.media.ffmpeg.DisplayRotation;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.input.InputFile;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** From a source through every stage of this module to a verified film. */
class RemasteredFilmTest {

    private static final EncoderSettings FAST = new X264Settings(23, "veryfast");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final int FRAMES = 48;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void every_kind_of_group_of_pictures_comes_out_whole(GroupOfPictures groups) {
        Path source = film().grouped(groups).with(new Companion.Sound(440)).make();

        assertThat(remaster(source, FAST, OutputContainer.MATROSKA)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "1,60000,MATROSKA",
        "3,660,MATROSKA",
        "7,250,MATROSKA",
        "1,60000,MP4",
        "3,660,MP4",
        "7,250,MP4",
        "1,60000,FRAGMENTED_MP4",
        "7,250,FRAGMENTED_MP4",
        "1,60000,MOV",
        "7,250,MOV"
    })
    void any_number_of_chunks_makes_a_whole_film(int chunks, long chunkMillis, OutputContainer container) {
        Path source = FilmRecipe.testPicture(160, 120, 24, 42)
                .encoded("-x264-params", "keyint=2:min-keyint=2:scenecut=0:bframes=0")
                .with(new Companion.Sound(440))
                .make();
        Remastering work = Remastering.plan(source, FAST, container, Duration.ofMillis(chunkMillis), folder);

        assertThat(work.plan().chunks()).hasSize(chunks);
        assertThat(Examination.passed(work.plan(), source, work.film())).isEqualTo(new VerifiedFilm(42, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBM")
    void a_variable_frame_rate_and_a_late_start_are_kept(OutputContainer container) {
        Path source = film().filtered("setpts='(N*N/60+N+12.4)/24/TB'")
                .encoded("-enc_time_base", "1/90000")
                .with(new Companion.Sound(440))
                .muxed("-video_track_timescale", "90000")
                .make();

        assertThat(remaster(source, FAST, container)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBM")
    void sound_that_starts_before_the_picture_stays_there(OutputContainer container) {
        Path source = film().in("mkv").with(new Companion.Sound(440)).make();
        assertThat(FilmWitness.packets(source, "a:0").get(0).pts()).isNegative();

        assertThat(remaster(source, FAST, container)).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "90,mp4,MP4",
        "180,mp4,MATROSKA",
        "270,mkv,MP4",
        "90,mkv,MATROSKA",
        "90,mp4,MOV",
        "270,mp4,FRAGMENTED_MP4"
    })
    void a_picture_that_players_turn_is_turned_by_them_as_before(int degrees, String from, OutputContainer to) {
        Path source = new FilmRecipe(
                        List.of(
                                "-display_rotation",
                                Integer.toString(degrees),
                                "-i",
                                film().make().toString()),
                        24,
                        FRAMES,
                        null,
                        List.of("-c:v", "copy"),
                        List.of(),
                        List.of(),
                        from)
                .make();

        assertThat(remaster(source, FAST, to).frames()).isEqualTo(FRAMES);
        try (InputFile result = InputFile.open(folder.resolve("film." + to.extension()))) {
            assertThat(DisplayRotation.of(result.stream(0).codecpar())).hasValue(degrees);
        }
    }

    @Test
    void matroska_keeps_sound_subtitles_fonts_chapters_and_cover_art() {
        Path source = film().in("mkv")
                .with(
                        new Companion.Sound(440),
                        new Companion.Sound(880),
                        new Companion.Subtitles("srt", "jpn"),
                        new Companion.Subtitles("ass", "eng"),
                        new Companion.Chapters(),
                        new Companion.Font())
                .make();

        assertThat(remaster(source, FAST, OutputContainer.MATROSKA)).isEqualTo(new VerifiedFilm(FRAMES, 4, 1, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"MATROSKA", "MP4"})
    void cover_art_and_chapters_of_an_mp4_are_kept(OutputContainer container) {
        Path source = film().with(new Companion.Sound(440), new Companion.CoverArt(), new Companion.Chapters())
                .make();

        assertThat(remaster(source, FAST, container)).isEqualTo(new VerifiedFilm(FRAMES, 1, 1, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "FRAGMENTED_MP4", "MOV"})
    void subtitles_and_chapters_of_an_mp4_are_kept_in_its_kin(OutputContainer container) {
        Path source = film().with(
                        new Companion.Sound(440), new Companion.Subtitles("mov_text", "jpn"), new Companion.Chapters())
                .make();

        assertThat(remaster(source, FAST, container)).isEqualTo(new VerifiedFilm(FRAMES, 2, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"1,60000", "7,250"})
    void webm_keeps_sound_subtitles_and_chapters(int chunks, long chunkMillis) {
        Path source = FilmRecipe.testPicture(160, 120, 24, 42)
                .encoded("-c:v", "libvpx-vp9", "-g", "2", "-deadline", "realtime")
                .in("webm")
                .with(new Companion.OpusSound(440), new Companion.Subtitles("webvtt", "jpn"), new Companion.Chapters())
                .make();
        EncoderSettings encoder = new SvtAv1Settings(30, 12);
        Remastering work =
                Remastering.plan(source, encoder, OutputContainer.WEBM, Duration.ofMillis(chunkMillis), folder);

        assertThat(work.plan().chunks()).hasSize(chunks);
        assertThat(Examination.passed(work.plan(), source, work.film())).isEqualTo(new VerifiedFilm(42, 2, 0, 2));
    }

    @Test
    void a_fragmented_mp4_has_no_index_of_the_whole_film() throws IOException {
        Path source = film().make();

        remaster(source, FAST, OutputContainer.FRAGMENTED_MP4);

        assertThat(Files.readString(folder.resolve("film.mp4"), ISO_8859_1))
                .contains("moof")
                .contains("mvex");
    }

    @ParameterizedTest
    @CsvSource({"0,MATROSKA", "1,MATROSKA", "1,MP4"})
    void of_two_pictures_one_is_remastered_and_the_other_copied(int chosen, OutputContainer container) {
        Path source = film().with(new Companion.Sound(440))
                .muxed("-map", "0:v:0", "-s:v:1", "80x60")
                .make();

        Remastering work = selecting(source, new SourceSelection(chosen, Set.of()), container);
        VerifiedFilm verified = Examination.passed(work.plan(), source, work.film());

        assertThat(verified).isEqualTo(new VerifiedFilm(FRAMES, 2, 0, 0));
        assertThat(widths(folder.resolve("film." + container.extension())))
                .isEqualTo(chosen == 0 ? List.of(320, 80) : List.of(160, 160));
    }

    @Test
    void what_may_be_lost_is_left_out_and_stands_in_the_plan() {
        Path source = film().with(new Companion.Sound(440), new Companion.Subtitles("mov_text", "jpn"))
                .muxed("-timecode", "01:00:00:00")
                .in("mov")
                .make();
        SourceSelection selection = new SourceSelection(null, Set.of(AllowedLoss.DATA, AllowedLoss.SUBTITLES));

        Remastering work = selecting(source, selection, OutputContainer.MATROSKA);
        VerifiedFilm verified = Examination.passed(work.plan(), source, work.film());

        assertThat(verified).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
        assertThat(work.plan().source().losses())
                .extracting(PlannedLoss::label)
                .containsExactly("#2 subtitle (mov_text, jpn)", "#3 data (tmcd, eng)");
    }

    @Test
    void what_the_container_can_hold_is_kept_though_it_may_be_lost() {
        Path source = film().with(new Companion.Sound(440)).make();
        SourceSelection selection = new SourceSelection(0, Set.of(AllowedLoss.AUDIO));

        Remastering work = selecting(source, selection, OutputContainer.MATROSKA);

        assertThat(Examination.passed(work.plan(), source, work.film())).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
    }

    private Remastering selecting(Path source, SourceSelection selection, OutputContainer container) {
        return Remastering.plan(source, FAST, null, container, selection, HALF_A_SECOND, folder);
    }

    private static List<Integer> widths(Path film) {
        try (InputFile input = InputFile.open(film)) {
            return IntStream.range(0, input.streamCount())
                    .map(i -> input.stream(i).codecpar().width())
                    .filter(width -> width > 0)
                    .boxed()
                    .toList();
        }
    }

    @Test
    void pixels_that_are_not_square_stay_so() {
        Path source = film().filtered("setsar=8/9").make();

        assertThat(remaster(source, FAST, OutputContainer.MATROSKA).frames()).isEqualTo(FRAMES);
    }

    @Test
    void ffv1_gives_the_same_pictures_whatever_the_chunks() {
        Path source = film().grouped(GroupOfPictures.OPEN).make();
        Path whole = Remastering.plan(
                        source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMinutes(1), folder)
                .film();
        List<FrameHash> expected = FilmWitness.frames(whole);

        Remastering work =
                Remastering.plan(source, new Ffv1Settings(), OutputContainer.MATROSKA, HALF_A_SECOND, folder);
        Path film = work.film();

        assertThat(work.plan().chunks()).hasSizeGreaterThan(2);
        assertThat(FilmWitness.frames(film)).hasSize(FRAMES).isEqualTo(expected);
        assertThat(Examination.passed(work.plan(), source, film).frames()).isEqualTo(FRAMES);
    }

    static boolean demoClipIsThere() {
        return DemoClip.path().isPresent();
    }

    @EnabledIf("demoClipIsThere")
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBM")
    void the_demo_clip_comes_out_whole(OutputContainer container) {
        Path source = DemoClip.path().orElseThrow();

        Remastering work = Remastering.plan(source, FAST, container, Duration.ofSeconds(2), folder);
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film)).isEqualTo(new VerifiedFilm(181, 1, 0, 0));
        assertThat(hashes(FilmWitness.packets(film, "a:0"))).isEqualTo(hashes(FilmWitness.packets(source, "a:0")));
        double ticksPerSecond = container == OutputContainer.MATROSKA ? 1_000 : 19_184;
        List<FrameHash> frames = FilmWitness.frames(film);
        List<FrameHash> originals = FilmWitness.frames(source);
        for (int i = 0; i < originals.size(); i++) {
            double expected = originals.get(i).pts() / 19_184.0;
            assertThat(frames.get(i).pts() / ticksPerSecond)
                    .as("time of frame %d", i)
                    .isCloseTo(expected, Offset.offset(0.0006));
        }
    }

    private static List<String> hashes(List<FrameHash> frames) {
        return frames.stream().map(FrameHash::md5).toList();
    }

    private static FilmRecipe film() {
        return FilmRecipe.testPicture(160, 120, 24, FRAMES);
    }

    private VerifiedFilm remaster(Path source, EncoderSettings encoder, OutputContainer container) {
        Remastering work = Remastering.plan(source, encoder, container, HALF_A_SECOND, folder);
        return Examination.passed(work.plan(), source, work.film());
    }
}
