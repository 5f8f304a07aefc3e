package io.genga.media.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkCutterTest {

    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 60);
    private static final Sha256 DIGEST = new Sha256("0".repeat(64));

    @TempDir
    Path workFolder;

    private static Plan plan(Path film) {
        NetworkReference network = new NetworkReference("nearest-x2", DIGEST);
        RemasterRequest request = new RemasterRequest(
                network, X264Settings.DEFAULT, OutputContainer.MATROSKA, "film.mkv", new PoolName("cpu"));
        FilmPlanner planner = new FilmPlanner(EncoderProbe.withThreads(1));
        return planner.plan(new FilmPlanRequest(
                new TenantId("studio"),
                new JobId("0".repeat(32)),
                film,
                "film",
                new ObjectReference("media", "inbox/film", 1, DIGEST),
                request,
                new PlannedNetwork(network, "fp32", 2, new PlannedTiles(64, 64, 4), DrawingReuse.OFF),
                Duration.ofMillis(500)));
    }

    private void cut(Path film, Plan plan, ChunkSink sink) throws IOException {
        new ChunkCutter(workFolder).cut(film, plan, chunk -> true, sink, (packets, total) -> {});
    }

    /** What is kept of all chunks, in the order of the film. */
    private List<FrameHash> keptPictures(Path film, Plan plan) throws IOException {
        Map<Integer, List<FrameHash>> kept = new TreeMap<>();
        cut(
                film,
                plan,
                (chunk, file) -> kept.put(
                        chunk.index(),
                        DecodedPictures.of(file, plan.source().timeBase()).stream()
                                .filter(picture ->
                                        picture.pts() >= chunk.firstPts() && picture.pts() <= chunk.lastPts())
                                .toList()));
        return kept.values().stream().flatMap(List::stream).toList();
    }

    private void assertChunksShowTheFilm(Path film) throws IOException {
        Plan plan = plan(film);

        assertThat(plan.chunks()).hasSizeGreaterThan(1);
        assertThat(keptPictures(film, plan)).isEqualTo(FilmWitness.frames(film));
        assertThat(plan.chunks().stream().flatMap(chunk -> chunk.pts().stream()))
                .isEqualTo(FilmWitness.frames(film).stream().map(FrameHash::pts).toList());
    }

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void chunks_decode_to_the_pictures_of_the_film_bit_for_bit(GroupOfPictures groups) throws IOException {
        assertChunksShowTheFilm(PICTURE.grouped(groups).make());
        assertChunksShowTheFilm(PICTURE.grouped(groups).in("mkv").make());
    }

    static Stream<FilmRecipe> unusualTimes() {
        String everyThirdDropped = "select='mod(n,3)'";
        return Stream.of(
                PICTURE.filtered(everyThirdDropped).in("mkv"),
                PICTURE.filtered(everyThirdDropped).encoded("-enc_time_base", "1:24"),
                PICTURE.filtered("setpts=PTS+5/TB"),
                PICTURE.filtered("setpts=PTS+5/TB").in("mkv"),
                PICTURE.muxed("-video_track_timescale", "24"),
                PICTURE.muxed("-video_track_timescale", "24000"),
                FilmRecipe.testPicture(62, 46, 30, 45).filtered("setpts=N/(30000/1001)/TB"));
    }

    @ParameterizedTest
    @MethodSource("unusualTimes")
    void time_stamps_survive_as_they_are(FilmRecipe recipe) throws IOException {
        assertChunksShowTheFilm(recipe.make());
    }

    @Test
    void the_demo_clip_and_its_re_encodings_are_shown_whole() throws IOException {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the demo clip is absent");

        assertChunksShowTheFilm(clip);
        FilmRecipe shrunk = FilmRecipe.picturesOf(clip, 24, 181).filtered("scale=160:120");
        assertChunksShowTheFilm(shrunk.grouped(GroupOfPictures.OPEN).make());
        assertChunksShowTheFilm(
                shrunk.grouped(GroupOfPictures.IRREGULAR).in("mkv").make());
    }

    @Test
    void cutting_twice_gives_the_same_bytes() throws IOException {
        Path film = PICTURE.grouped(GroupOfPictures.OPEN).make();
        Plan plan = plan(film);
        List<byte[]> first = new ArrayList<>();
        List<byte[]> second = new ArrayList<>();

        cut(film, plan, (chunk, file) -> first.add(Files.readAllBytes(file)));
        cut(film, plan, (chunk, file) -> second.add(Files.readAllBytes(file)));

        assertThat(first)
                .hasSameSizeAs(plan.chunks())
                .usingRecursiveComparison()
                .isEqualTo(second);
    }

    @Test
    void chunks_that_exist_are_not_cut_again_and_nothing_is_left_behind() throws IOException {
        Path film = PICTURE.make();
        List<PlannedChunk> cut = new ArrayList<>();
        List<Long> progress = new ArrayList<>();

        new ChunkCutter(workFolder)
                .cut(
                        film,
                        plan(film),
                        chunk -> chunk.index() == 1,
                        (chunk, file) -> cut.add(chunk),
                        (packets, total) -> {
                            progress.add(packets);
                            assertThat(packets).isLessThanOrEqualTo(total);
                        });

        assertThat(cut).extracting(PlannedChunk::index).containsExactly(1);
        assertThat(progress)
                .hasSize((int) (cut.get(0).firstPacket() + cut.get(0).packetCount()));
        assertThat(workFolder).isEmptyDirectory();
    }

    @Test
    void a_failing_sink_leaves_nothing_behind() throws IOException {
        Path film = PICTURE.grouped(GroupOfPictures.LONG).make();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> cut(film, plan(film), (chunk, file) -> {
                    throw new IOException("the store is down");
                }))
                .withMessage("the store is down");
        assertThat(workFolder).isEmptyDirectory();
    }

    @Test
    void another_film_than_the_planned_one_is_noticed() {
        Plan plan = plan(PICTURE.make());
        Path shorter = FilmRecipe.testPicture(64, 48, 24, 50).make();
        Path slower = FilmRecipe.testPicture(64, 48, 12, 60).make();

        for (Path other : List.of(shorter, slower)) {
            assertThatExceptionOfType(SourceChangedException.class)
                    .isThrownBy(() -> cut(other, plan, (chunk, file) -> {}));
        }
        assertThat(workFolder).isEmptyDirectory();
    }
}
