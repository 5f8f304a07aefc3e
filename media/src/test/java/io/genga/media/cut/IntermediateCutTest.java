package io.genga.media.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.fixture.InterlacedFilms;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks of the intermediate film, against what the ffmpeg program makes of the same source. */
class IntermediateCutTest {

    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 60);

    @TempDir
    Path folder;

    private List<FrameHash> pictures(Path film, Plan plan) throws IOException {
        List<FrameHash> pictures = new ArrayList<>();
        cut(
                film,
                plan,
                (chunk, file) ->
                        pictures.addAll(DecodedPictures.of(file, plan.source().timeBase())));
        return pictures;
    }

    private void cut(Path film, Plan plan, ChunkSink sink) throws IOException {
        new ChunkCutter(folder).cut(film, plan, chunk -> true, sink, (done, total) -> assertThat(done)
                .isLessThanOrEqualTo(total));
    }

    private Remastering plan(Path film) {
        return Remastering.deinterlacing(film, new Ffv1Settings(), OutputContainer.MATROSKA, folder);
    }

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void a_film_that_is_decoded_once_has_the_same_pictures(GroupOfPictures groups) throws IOException {
        Path film = PICTURE.grouped(groups).make();

        Plan plan = plan(film).asIntermediate().plan();

        assertThat(pictures(film, plan)).hasSize(60).isEqualTo(FilmWitness.frames(film));
    }

    static Stream<Arguments> interlaced() {
        FilmRecipe late = InterlacedFilms.unflagged()
                .filtered("tinterlace=interleave_top,setpts='(N*N/60+N+12.4)/24/TB'")
                .encoded("-enc_time_base", "1/90000")
                .muxed("-video_track_timescale", "90000");
        FilmRecipe odd = FilmRecipe.testPicture(317, 239, 50, 48)
                .filtered("tinterlace=interleave_top,format=yuv444p")
                .encoded("-pix_fmt", "yuv444p");
        FilmRecipe fullRange = InterlacedFilms.unflagged().encoded("-color_range", "pc");
        return Stream.of(
                arguments(InterlacedFilms.topFirst(), "tff", "tv"),
                arguments(InterlacedFilms.bottomFirst(), "bff", "tv"),
                arguments(InterlacedFilms.unflagged(), "tff", "tv"),
                arguments(InterlacedFilms.unflagged().encoded("-pix_fmt", "yuv422p10le"), "tff", "tv"),
                arguments(fullRange, "tff", "pc"),
                arguments(late, "tff", "tv"),
                arguments(odd, "tff", "tv"),
                arguments(InterlacedFilms.mpeg2().in("mkv"), "tff", "tv"),
                arguments(InterlacedFilms.telecined(), "tff", "tv"));
    }

    @ParameterizedTest
    @MethodSource("interlaced")
    void deinterlaced_pictures_are_those_of_bwdif_each_at_its_time(FilmRecipe recipe, String parity, String range)
            throws IOException {
        Path film = recipe.make();
        FilmRecipe expected = new FilmRecipe(
                List.of("-i", film.toString()),
                24,
                InterlacedFilms.FRAMES,
                "bwdif=mode=send_frame:parity=" + parity,
                List.of("-c:v", "ffv1", "-enc_time_base", "demux", "-color_range", range),
                List.of(),
                List.of(),
                "nut");

        Plan plan = plan(film).plan();
        List<FrameHash> pictures = pictures(film, plan);

        assertThat(plan.frameCount()).isEqualTo(InterlacedFilms.FRAMES);
        assertThat(pictures)
                .extracting(FrameHash::md5)
                .isEqualTo(FilmWitness.frames(expected.make()).stream()
                        .map(FrameHash::md5)
                        .toList());
        assertThat(pictures)
                .extracting(FrameHash::pts)
                .isEqualTo(FilmWitness.frames(film).stream().map(FrameHash::pts).toList());
    }

    @Test
    void cutting_twice_gives_the_same_bytes() throws IOException {
        Path film = InterlacedFilms.topFirst().make();
        Plan plan = plan(film).plan();
        List<byte[]> first = new ArrayList<>();
        List<byte[]> second = new ArrayList<>();

        cut(film, plan, (chunk, file) -> first.add(Files.readAllBytes(file)));
        cut(film, plan, (chunk, file) -> second.add(Files.readAllBytes(file)));

        assertThat(first)
                .hasSameSizeAs(plan.chunks())
                .hasSizeGreaterThan(2)
                .usingRecursiveComparison()
                .isEqualTo(second);
    }

    @Test
    void chunks_that_exist_are_not_encoded_again_and_nothing_is_left_behind() throws IOException {
        Path film = InterlacedFilms.topFirst().make();
        List<PlannedChunk> cut = new ArrayList<>();

        new ChunkCutter(folder)
                .cut(
                        film,
                        plan(film).plan(),
                        chunk -> chunk.index() == 2,
                        (chunk, file) -> cut.add(chunk),
                        (done, total) -> {});

        assertThat(cut).extracting(PlannedChunk::index).containsExactly(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_source_that_cannot_be_decoded_is_told_from_one_that_was_replaced() throws IOException {
        Path film = PICTURE.grouped(GroupOfPictures.LONG).in("mkv").make();
        Plan plan = plan(film).asIntermediate().plan();
        byte[] bytes = Files.readAllBytes(film);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 400; i++) {
            bytes[i] ^= 0x55;
        }
        Path damaged = Files.write(folder.resolve("damaged.mkv"), bytes);

        assertThatExceptionOfType(DamagedSourceException.class)
                .isThrownBy(() -> cut(damaged, plan, (chunk, file) -> {}))
                .satisfies(e -> assertThat(e.second()).isBetween(0.0, 2.5));
        assertThat(folder).isDirectoryNotContaining("glob:**.nut");
    }
}
