package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTrialTest {

    @TempDir
    Path folder;

    @Test
    void the_networks_that_are_built_in_do_what_their_manifests_say() {
        GengaRun run = models("verify");

        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        assertThat(run.output().lines())
                .hasSameSizeAs(NetworkCatalogue.builtIn().names())
                .allMatch(line -> line.matches(".*: tiles and whole are 0\\.\\d+ steps.*, two runs are equal"));
    }

    @Test
    void a_network_that_sees_farther_than_its_manifest_says_is_found() throws IOException {
        CataloguedNetwork cel = NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();
        String yaml = new String(cel.manifest().toYaml(), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("near.yaml"), yaml.replace("receptiveFieldRadius: 10", "receptiveFieldRadius: 1"));
        Path near = Files.write(folder.resolve("near.onnx"), cel.onnx());

        GengaRun run = models("verify", near);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.code());
        assertThat(run.output()).contains("FAULT");
        assertThat(run.errors()).singleElement().asString().contains("genga-cel-x2", "receptiveFieldRadius");
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        CataloguedNetwork cel = NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();
        Files.write(folder.resolve("damaged.yaml"), cel.manifest().toYaml());
        byte[] onnx = cel.onnx();
        onnx[onnx.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.onnx"), onnx);

        GengaRun run = models("verify", damaged);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.code());
        assertThat(run.errors()).singleElement().asString().contains("damaged.onnx", "sha256");
    }

    @Test
    void networks_are_measured_beside_the_first() {
        GengaRun run = models("bench", "nearest-x2", "genga-cel-x2", "--runs", 1);

        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        List<String> lines = run.output().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2))
                .startsWith("| nearest-x2 | x2 |")
                .endsWith("| 1.00 (1.00 to 1.00) | 1.00 (1.00 to 1.00) |");
        assertThat(lines.get(3)).startsWith("| genga-cel-x2 | x2 |");
    }

    @Test
    void what_is_not_there_is_refused() {
        GengaRun run = models("bench", "realesr-animevideov3");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(run.errors()).singleElement().asString().contains("genga models pull realesr-animevideov3");
    }

    private GengaRun models(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("models"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data")));
        return GengaRun.of(all.toArray());
    }
}
