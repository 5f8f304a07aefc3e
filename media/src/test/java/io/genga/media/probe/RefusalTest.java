package io.genga.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DamagedFile;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 24);

    @TempDir
    Path folder;

    private static void assertRefused(Path file, String... words) {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> SourceProbe.probe(file, "film.mp4"))
                .withMessageStartingWith("'film.mp4' ")
                .withMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("film.mp4"), content);
    }

    @Test
    void a_missing_file() {
        assertRefused(folder.resolve("nowhere.mp4"), "does not exist");
    }

    @Test
    void a_folder() {
        assertRefused(folder, "is not a file");
    }

    @Test
    void an_empty_file() throws IOException {
        assertRefused(file(""), "is empty");
    }

    @Test
    void a_text_named_as_a_film() throws IOException {
        assertRefused(file("Dear diary,\ntoday I saw a film.\n"), "is a text file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "<?xml version=\"1.0\"?>\n<MPD></MPD>\n"
            })
    void a_playlist(String playlist) throws IOException {
        assertRefused(file(playlist), "is a playlist");
    }

    @Test
    void bytes_that_are_no_film() throws IOException {
        assertRefused(Files.write(folder.resolve("film.mp4"), new byte[10_000]), "is no readable film");
    }

    @Test
    void a_container_that_is_not_read() {
        assertRefused(PICTURE.in("flv").make(), "is no readable film");
    }

    @Test
    void pictures_whose_times_their_container_cannot_say() {
        assertRefused(PICTURE.in("avi").make(), "B-pictures in AVI", "mkvmerge");
    }

    static Stream<Arguments> pictures() {
        return Stream.of(
                arguments("HuffYUV", lossless("huffyuv", "yuv422p"), "huffyuv"),
                arguments("transparent", lossless("ffv1", "yuva420p"), "transparency (yuva420p)"),
                arguments("16 bits", lossless("ffv1", "yuv420p16le"), "yuv420p16le"),
                arguments("packed RGB", lossless("ffv1", "bgr0"), "bgr0"),
                arguments(
                        "BT.2020 with constant luminance",
                        PICTURE.encoded("-x264-params", "colormatrix=bt2020c"),
                        "bt2020c"),
                arguments("ICtCp", PICTURE.encoded("-x264-params", "colormatrix=ICtCp"), "ictcp"),
                arguments("YCgCo", PICTURE.encoded("-x264-params", "colormatrix=YCgCo"), "colour matrix"),
                arguments("encrypted", encrypted(), "encrypted"));
    }

    private static FilmRecipe lossless(String encoder, String pixelFormat) {
        List<String> encoding = List.of("-c:v", encoder, "-pix_fmt", pixelFormat);
        return new FilmRecipe(PICTURE.source(), 24, 24, null, encoding, List.of(), List.of(), "mkv");
    }

    private static FilmRecipe encrypted() {
        String key = "0123456789abcdef0123456789abcdef";
        return PICTURE.muxed("-encryption_scheme", "cenc-aes-ctr", "-encryption_key", key, "-encryption_kid", key);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void a_picture_that_cannot_be_kept(String name, FilmRecipe recipe, String word) {
        assertRefused(recipe.make(), word);
    }

    @Test
    void a_mirrored_picture() {
        FilmRecipe mirrored = new FilmRecipe(
                List.of("-display_hflip", "-i", PICTURE.make().toString()),
                24,
                24,
                null,
                List.of("-c:v", "copy"),
                List.of(),
                List.of(),
                "mp4");

        assertRefused(mirrored.make(), "mirrored");
    }

    @Test
    void two_pictures() {
        assertRefused(PICTURE.muxed("-map", "0:v:0").make(), "2 video streams");
    }

    @Test
    void sound_alone() {
        FilmRecipe sound = PICTURE.with(new Companion.Sound(440)).muxed("-map", "-0:v");

        assertRefused(sound.make(), "has no picture");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.95})
    void a_truncated_file(double share) {
        FilmRecipe film = FilmRecipe.testPicture(64, 48, 24, 48);

        assertRefused(DamagedFile.truncated(film.make(), share, folder.resolve("a.mp4")), "is truncated");
        assertRefused(
                DamagedFile.truncated(film.muxed("-movflags", "+faststart").make(), share, folder.resolve("b.mp4")),
                "is truncated");
        assertRefused(DamagedFile.truncated(film.in("mkv").make(), share, folder.resolve("c.mkv")), "is truncated");
    }

    @Test
    void subtitles_that_the_output_cannot_hold() {
        SourceDescription matroska = SourceProbe.probe(
                PICTURE.in("mkv")
                        .with(new Companion.Subtitles("ass", "jpn"), new Companion.Font())
                        .make(),
                "film.mkv");
        SourceDescription mp4 = SourceProbe.probe(
                PICTURE.with(new Companion.Subtitles("mov_text", "eng")).make(), "film.mp4");

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> OutputCompatibility.losses(matroska, into(OutputContainer.MP4), "film.mkv"))
                .withMessage("'film.mkv' has streams that a .mp4 file cannot hold (#1 subtitle (ass, jpn), "
                        + "#2 attachment (ttf)): name an output that ends in .mkv, or allow it with"
                        + " --allow-loss subtitle-format,attachments (in REST allowLoss)");
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> OutputCompatibility.losses(mp4, into(OutputContainer.MATROSKA), "film.mp4"))
                .withMessageContaining("#1 subtitle (mov_text, eng)")
                .withMessageEndingWith("name an output that ends in .mp4 or .mov, or allow it with --allow-loss"
                        + " subtitle-format (in REST allowLoss)");
        assertThat(OutputCompatibility.losses(matroska, into(OutputContainer.MATROSKA), "film.mkv")
                        .leftOut())
                .isEmpty();
        assertThat(OutputCompatibility.losses(mp4, into(OutputContainer.MP4), "film.mp4")
                        .leftOut())
                .isEmpty();
    }

    private static RemasterRequest into(OutputContainer container) {
        NetworkReference network = new NetworkReference("nearest", new Sha256("0".repeat(64)));
        return new RemasterRequest(network, X264Settings.DEFAULT, container, "film", PoolName.CPU);
    }
}
