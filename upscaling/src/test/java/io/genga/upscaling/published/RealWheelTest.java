package io.genga.upscaling.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published package itself; {@code .ci/run} fetches it. */
@EnabledIfEnvironmentVariable(named = RealWheelTest.WHEEL, matches = ".+")
class RealWheelTest {

    static final String WHEEL = "GENGA_TEST_MODELS_WHEEL";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.genga.upscaling.published.PublishedNetworks#all")
    void every_published_network_can_be_taken_out_and_found_again(PublishedNetwork published) throws IOException {
        NetworkFolder networks = new NetworkFolder(folder);

        networks.add(new Wheel(Path.of(System.getenv(WHEEL))).network(published));

        CataloguedNetwork found = networks.find(published.name()).orElseThrow();
        assertThat(found.manifest().scale()).isEqualTo(published.details().scale());
        assertThat(found.manifest().parameters()).isGreaterThan(600_000);
        assertThat(networks.networks()).containsExactly(found.manifest());
    }
}
