package io.genga.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.NetworkReference;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkFolder;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real store, where workers look for networks that are not built in. */
class NetworkRegistryTest {

    @TempDir
    Path folder;

    private TestStore store;
    private PlatformNetworks networks;

    @BeforeEach
    void start() {
        store = TestStore.start(folder.resolve("store"));
        networks = networksOfAService();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void a_built_in_network_is_named_without_being_stored() {
        NetworkReference reference =
                registry(Optional.empty()).chain(List.of("nearest-x2")).get(0);

        assertThat(reference.name()).isEqualTo("nearest-x2");
        assertThat(store.written("models/")).isEmpty();
    }

    @Test
    void a_network_of_the_folder_is_stored_once_for_all_services() throws IOException {
        addNetworkOfOnesOwn();
        NetworkRegistry registry = registry(Optional.of(folder.resolve("models")));

        NetworkReference reference = registry.chain(List.of("mine-x2")).get(0);
        Map<String, Instant> written = store.written("models/");

        assertThat(written).hasSize(2);
        assertThat(networksOfAService().find(reference).manifest().name()).isEqualTo("mine-x2");
        assertThat(registry.chain(List.of("mine-x2"))).containsExactly(reference);
        assertThat(store.written("models/")).isEqualTo(written);
    }

    @Test
    void an_unknown_name_is_answered_with_all_known_ones() throws IOException {
        addNetworkOfOnesOwn();

        assertThatThrownBy(() -> registry(Optional.of(folder.resolve("models"))).chain(List.of("other")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "there is no model 'other': choose one of genga-cel-x2, genga-cel-x2-int8, nearest-x2, mine-x2");
    }

    @Test
    void a_damaged_network_is_the_clients_problem_to_hear_of() throws IOException {
        NetworkFolder models = addNetworkOfOnesOwn();
        Files.write(models.file("mine-x2"), new byte[1]);

        assertThatThrownBy(() -> registry(Optional.of(models.root())).chain(List.of("mine-x2")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has 1 bytes, but its manifest says");
    }

    @Test
    void a_chain_that_cannot_run_is_answered_with_the_reason() throws IOException {
        NetworkFolder models = new NetworkFolder(folder.resolve("models"));
        NetworkManifest remembering = NetworkManifest.fromYaml(
                RememberingNetwork.manifest(8).getBytes(StandardCharsets.UTF_8), "remembering");
        models.add(CataloguedNetwork.of(remembering, RememberingNetwork.onnx(), "remembering"));
        NetworkRegistry registry = registry(Optional.of(models.root()));

        assertThat(registry.chain(List.of("nearest-x2", "genga-cel-x2")))
                .extracting(NetworkReference::name)
                .containsExactly("nearest-x2", "genga-cel-x2");
        assertThatThrownBy(() -> registry.chain(List.of("nearest-x2", RememberingNetwork.NAME)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("remembering-x2 sees several frames, and runs alone");
        assertThat(store.written("models/")).isEmpty();
    }

    private NetworkRegistry registry(Optional<Path> models) {
        return new NetworkRegistry(networks, () -> models);
    }

    /** The built-in network with one more field of no meaning, so that its bytes are others. */
    private NetworkFolder addNetworkOfOnesOwn() throws IOException {
        CataloguedNetwork nearest =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow();
        byte[] onnx = nearest.onnx();
        byte[] longer = Arrays.copyOf(onnx, onnx.length + 2);
        longer[onnx.length] = 5 << 3; // model_version, a number
        String yaml = new String(nearest.manifest().toYaml(), StandardCharsets.UTF_8)
                .replace("name: \"nearest-x2\"", "name: \"mine-x2\"")
                .replace(nearest.manifest().sha256().value(), Sha256.of(longer).value())
                .replace("bytes: " + onnx.length, "bytes: " + longer.length);
        NetworkManifest manifest = NetworkManifest.fromYaml(yaml.getBytes(StandardCharsets.UTF_8), "mine-x2.yaml");
        NetworkFolder models = new NetworkFolder(folder.resolve("models"));
        models.add(CataloguedNetwork.of(manifest, longer, "mine-x2.onnx"));
        return models;
    }

    private PlatformNetworks networksOfAService() {
        StoreConfiguration configuration = new SmallRyeConfigBuilder()
                .withMapping(StoreConfiguration.class)
                .withDefaultValue("genga.store.bucket", TestStore.BUCKET)
                .withDefaultValue("genga.store.access-key", "unused")
                .withDefaultValue("genga.store.secret-key", "unused")
                .build()
                .getConfigMapping(StoreConfiguration.class);
        Instance instance = new Instance(
                "ingest-service", Optional.of("test"), Optional.of(folder.resolve("scratch")), List.of("cpu"));
        return new PlatformNetworks(store.client(), configuration, instance);
    }
}
