package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.NvencSettings.Format;
import io.genga.media.encode.EncoderProbe;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.data.DataDirectoryLock;
import io.genga.standalone.exit.ExitCode;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DamagedFile;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.network.RememberingNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code genga upscale} refuses before it starts anything. */
class UpscaleRefusalTest {

    @TempDir
    static Path films;

    private static Path film;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeFilm() {
        film = FilmRecipe.testPicture(64, 48, 24, 24)
                .with(new Companion.Sound(440))
                .in("mp4")
                .make();
    }

    @Test
    void a_missing_file_is_refused() {
        assertRefused(ExitCode.INPUT_REFUSED, "missing.mp4", folder.resolve("missing.mp4"), output());
    }

    @Test
    void a_folder_is_refused() {
        assertRefused(ExitCode.INPUT_REFUSED, "is a folder", folder, output());
    }

    @Test
    void a_text_file_is_refused() throws IOException {
        Path text = Files.writeString(films.resolve("text.mp4"), "This is no film.\n".repeat(100));

        assertRefused(ExitCode.INPUT_REFUSED, "text.mp4", text, output());
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path empty = Files.writeString(films.resolve("empty.mp4"), "");

        assertRefused(ExitCode.INPUT_REFUSED, "empty.mp4", empty, output());
    }

    @Test
    void a_playlist_is_refused() throws IOException {
        Path playlist = Files.writeString(
                films.resolve("list.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n/etc/passwd\n#EXT-X-ENDLIST\n");

        assertRefused(ExitCode.INPUT_REFUSED, "list.mp4", playlist, output());
    }

    @Test
    void a_truncated_film_is_refused_whether_its_index_was_lost_or_not() {
        Path indexInFront = FilmRecipe.testPicture(64, 48, 24, 24)
                .muxed("-movflags", "+faststart")
                .in("mp4")
                .make();
        Path withoutIndex = DamagedFile.truncated(film, 0.6, films.resolve("without-index.mp4"));
        Path withIndex = DamagedFile.truncated(indexInFront, 0.6, films.resolve("with-index.mp4"));

        assertRefused(ExitCode.INPUT_REFUSED, "without-index.mp4", withoutIndex, output());
        assertRefused(ExitCode.INPUT_REFUSED, "with-index.mp4", withIndex, output());
    }

    @Test
    void a_data_directory_in_use_is_refused_with_its_holder() throws IOException {
        DataDirectory directory = new DataDirectory(folder.resolve("data"));
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, "genga upscale other.mp4 other.mkv")) {
            assertRefused(ExitCode.IN_USE, "genga upscale other.mp4", film, output());
        }
    }

    @Test
    void an_output_that_exists_is_refused() throws IOException {
        Path existing = Files.writeString(films.resolve("existing.mkv"), "precious");

        assertRefused(ExitCode.OUTPUT_UNWRITABLE, "--force", film, existing);
        assertThat(existing).hasContent("precious");
    }

    @Test
    void an_output_whose_folder_is_missing_is_refused() {
        assertRefused(ExitCode.OUTPUT_UNWRITABLE, "no folder", film, folder.resolve("nowhere/out.mkv"));
    }

    @Test
    void a_report_whose_folder_is_missing_is_refused() {
        assertRefused(
                ExitCode.OUTPUT_UNWRITABLE,
                "report",
                film,
                output(),
                "--report",
                folder.resolve("nowhere/report.json"));
    }

    @Test
    void an_unknown_container_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, ".mkv, .mp4, .mov or .webm", film, folder.resolve("out.avi"));
    }

    @Test
    void what_a_container_cannot_hold_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "a .webm file cannot hold", film, folder.resolve("out.webm"));
        assertRefused(
                ExitCode.WRONG_USAGE, "a .mov file cannot", film, folder.resolve("out.mov"), "--encoder", "svtav1");
    }

    @Test
    void streams_that_would_be_lost_are_refused_unless_their_loss_is_allowed() {
        Path withFont = FilmRecipe.testPicture(64, 48, 24, 24)
                .in("mkv")
                .with(new Companion.Font())
                .make();

        assertRefused(
                ExitCode.INPUT_REFUSED,
                "name an output that ends in .mkv, or allow it with --allow-loss attachments",
                withFont,
                folder.resolve("out.mp4"));
        assertRefused(
                ExitCode.INPUT_REFUSED,
                "attachments",
                withFont,
                folder.resolve("out.mp4"),
                "--allow-loss",
                "data,subtitles");
        assertRefused(ExitCode.WRONG_USAGE, "'fonts'", withFont, output(), "--allow-loss", "fonts");
    }

    @Test
    void a_video_stream_that_is_not_there_is_refused() {
        assertRefused(ExitCode.INPUT_REFUSED, "has no video 1", film, output(), "--video", "1");
    }

    @Test
    void an_interlaced_film_is_refused_with_the_option_that_helps() {
        Path interlaced = FilmRecipe.testPicture(160, 120, 50, 48)
                .filtered("tinterlace=interleave_top")
                .make();

        assertRefused(
                ExitCode.INPUT_REFUSED,
                "is interlaced (top field first, though it does not say so): let it be deinterlaced, with --interlaced deinterlace",
                interlaced,
                output());
        assertRefused(ExitCode.WRONG_USAGE, "refuse, deinterlace", film, output(), "--interlaced", "weave");
    }

    @Test
    void a_film_without_an_index_is_refused_though_it_be_salvaged() throws IOException {
        Path truncated = DamagedFile.truncated(film, 0.5, folder.resolve("truncated.mp4"));

        assertRefused(ExitCode.INPUT_REFUSED, "is truncated", truncated, output());
        assertRefused(ExitCode.INPUT_REFUSED, "has lost the index", truncated, output(), "--salvage");
    }

    @Test
    void fragments_of_anything_but_mp4_are_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "--fragmented goes with an MP4", film, output(), "--fragmented");
    }

    @Test
    void an_unknown_profile_is_refused_with_the_known_ones() {
        assertRefused(ExitCode.WRONG_USAGE, "archive, master, web, preview", film, output(), "--profile", "tv");
        assertRefused(ExitCode.WRONG_USAGE, "'mine.yaml' cannot be read", film, output(), "--profile", "mine.yaml");
    }

    @Test
    void a_profile_whose_encoder_does_not_fit_the_output_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "ffv1", film, folder.resolve("out.mp4"), "--profile", "archive");
    }

    @Test
    void ffv1_in_mp4_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "ffv1", film, folder.resolve("out.mp4"), "--encoder", "ffv1");
    }

    @Test
    void a_quality_for_a_lossless_encoder_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "lossless", film, output(), "--encoder", "ffv1", "--crf", "20");
    }

    @Test
    void a_crf_out_of_range_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "crf 52", film, output(), "--crf", "52");
    }

    @Test
    void an_unknown_encoder_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "x264, x265, svtav1, prores, ffv1", film, output(), "--encoder", "h264");
    }

    @Test
    void an_encoder_of_a_graphics_card_that_is_not_there_is_refused_before_any_work() {
        assumeTrue(EncoderProbe.withThreads(1)
                .missing(NvencSettings.of(Format.HEVC))
                .isPresent());

        assertRefused(
                ExitCode.INPUT_REFUSED,
                "cannot be encoded by nvenc-hevc on this machine: ",
                film,
                output(),
                "--encoder",
                "nvenc-hevc");
    }

    @Test
    void a_preset_of_another_encoder_is_refused_with_its_own() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "from 0 (slowest) to 13",
                film,
                output(),
                "--encoder",
                "svtav1",
                "--preset",
                "slow");
    }

    @Test
    void a_tune_is_refused_by_encoders_that_do_not_know_it() {
        assertRefused(ExitCode.WRONG_USAGE, "film, animation, grain", film, output(), "--tune", "zerolatency");
        assertRefused(
                ExitCode.WRONG_USAGE, "choose x264 or x265", film, output(), "--encoder", "svtav1", "--tune", "grain");
    }

    @Test
    void a_bit_depth_that_no_encoder_knows_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "[8, 10, 12]", film, output(), "--bit-depth", "9");
    }

    @Test
    void a_bit_depth_that_the_encoder_does_not_know_is_refused_with_those_that_do() {
        assertRefused(ExitCode.INPUT_REFUSED, "encoder x265 or ffv1", film, output(), "--bit-depth", "12");
    }

    @Test
    void the_input_as_output_is_refused_even_with_force() {
        assertRefused(ExitCode.WRONG_USAGE, "same file", film, film, "--force");
    }

    @Test
    void an_unknown_model_is_refused_with_the_known_ones() {
        assertRefused(ExitCode.WRONG_USAGE, "genga-cel-x2", film, output(), "--model", "waifu");
    }

    @Test
    void a_model_that_was_not_pulled_yet_is_refused_with_the_command_that_fetches_it() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "genga models pull realesr-animevideov3-x2",
                film,
                output(),
                "--model",
                "realesr-animevideov3-x2");
    }

    @Test
    void warm_up_of_a_network_that_remembers_nothing_is_refused() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "--warm-up is for networks that remember, and nearest-x2 does not",
                film,
                output(),
                "--model",
                "nearest-x2",
                "--warm-up",
                "8");
    }

    @Test
    void a_missing_network_file_is_refused() {
        assertRefused(ExitCode.INPUT_REFUSED, "no network", film, output(), "--model", folder.resolve("missing.onnx"));
    }

    @Test
    void heights_and_strengths_of_which_no_film_comes_are_refused() {
        String even = " must be an even number of rows, 16 to 16384";

        assertRefused(ExitCode.WRONG_USAGE, "a height of 721" + even, film, output(), "--height", "721");
        assertRefused(ExitCode.WRONG_USAGE, "a native height of 0" + even, film, output(), "--native-height", "0");
        assertRefused(ExitCode.WRONG_USAGE, "one of 0 to 100 percent", film, output(), "--strength", "101");
        assertRefused(
                ExitCode.WRONG_USAGE,
                "a height of 16 is less than the native height of 32",
                film,
                output(),
                "--native-height",
                "32",
                "--height",
                "16");
        assertRefused(
                ExitCode.INPUT_REFUSED,
                "has pictures of 48 rows, which a native height of 48 would not make smaller",
                film,
                output(),
                "--native-height",
                "48");
        assertRefused(
                ExitCode.INPUT_REFUSED,
                "encoder libx264 refuses pictures of 21846x16384",
                film,
                output(),
                "--height",
                "16384");
    }

    @Test
    void networks_that_cannot_run_one_after_another_are_refused() throws IOException {
        Path remembering = Files.write(films.resolve("remembering-x2.onnx"), RememberingNetwork.onnx());
        Files.writeString(films.resolve("remembering-x2.yaml"), RememberingNetwork.manifest(8));

        assertRefused(
                ExitCode.WRONG_USAGE,
                "remembering-x2 sees several frames, and runs alone",
                film,
                output(),
                "--model",
                "nearest-x2," + remembering);
        assertRefused(
                ExitCode.WRONG_USAGE,
                "9 networks, one after another, are more than 8",
                film,
                output(),
                "--model",
                String.join(",", Collections.nCopies(9, "nearest-x2")));
        assertRefused(ExitCode.WRONG_USAGE, "there is no model 'other'", film, output(), "--model", "nearest-x2,other");
    }

    @Test
    void no_worker_at_all_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "--workers", film, output(), "--workers", "0");
    }

    @Test
    void a_gpu_that_cannot_be_used_is_refused_before_anything_is_started() {
        assertRefused(ExitCode.IN_USE, "genga: ", film, output(), "--device", "cuda", "--gpu", "77");
    }

    @Test
    void the_number_of_a_gpu_for_the_processor_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "--gpu needs --device cuda", film, output(), "--gpu", "1");
    }

    @Test
    void an_unknown_device_is_refused_with_the_known_ones() {
        assertRefused(ExitCode.WRONG_USAGE, "[CPU, CUDA]", film, output(), "--device", "tpu");
    }

    @Test
    void a_folder_without_native_libraries_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "holds no libonnxruntime.so", film, output(), "--native-dir", films);
    }

    @Test
    void a_missing_argument_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "OUT", film);
    }

    private Path output() {
        return folder.resolve("out.mkv");
    }

    private void assertRefused(ExitCode exitCode, String saying, Object... arguments) {
        Set<Path> before = content(folder);
        List<Object> all = new ArrayList<>(List.of("upscale"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data")));

        GengaRun run = GengaRun.of(all.toArray());

        assertThat(run.errors()).hasSize(1).first().asString().contains(saying);
        assertThat(run.exitCode()).isEqualTo(exitCode.code());
        assertThat(run.output()).isEmpty();
        assertThat(content(folder)).isEqualTo(before);
    }

    private static Set<Path> content(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
