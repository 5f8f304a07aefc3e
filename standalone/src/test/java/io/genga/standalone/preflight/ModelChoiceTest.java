package io.genga.standalone.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.standalone.exit.CommandException;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChoiceTest {

    @TempDir
    Path folder;

    @Test
    void a_network_of_the_data_directory_is_found_by_its_name() throws IOException {
        NetworkFolder pulled = pulledNearest("pulled-x2");

        ModelChoice choice = ModelChoice.of("pulled-x2", pulled);

        assertThat(choice.file()).contains(pulled.file("pulled-x2"));
        assertThat(choice.manifest().scale()).isEqualTo(2);
    }

    @Test
    void a_network_of_several_files_is_asked_for_by_its_manifest() throws IOException {
        Path manifest = BothWaysNetwork.write(folder, 8);

        ModelChoice choice = ModelChoice.of(manifest.toString(), new NetworkFolder(folder.resolve("none")));

        assertThat(choice.file()).contains(manifest);
        assertThat(choice.manifest().name()).isEqualTo(BothWaysNetwork.NAME);
    }

    @Test
    void an_unknown_name_is_answered_with_all_that_are_ready() throws IOException {
        NetworkFolder pulled = pulledNearest("pulled-x2");

        assertThatThrownBy(() -> ModelChoice.of("other", pulled))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("choose one of genga-cel-x2, genga-cel-x2-int8, nearest-x2, pulled-x2");
    }

    @ParameterizedTest
    @CsvSource({
        "realesr-animevideov3, fetch it with 'genga models pull realesr-animevideov3'",
        "bsrgan-x2, 'published as a checkpoint of PyTorch: ''genga models pull bsrgan-x2'' fetches it'"
    })
    void a_name_of_a_published_network_is_answered_with_how_it_is_fetched(String name, String answer) {
        NetworkFolder none = new NetworkFolder(folder.resolve("none"));

        assertThatThrownBy(() -> ModelChoice.of(name, none))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(answer);
    }

    private NetworkFolder pulledNearest(String name) throws IOException {
        NetworkFolder networks = new NetworkFolder(folder);
        networks.add(NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow());
        Files.move(networks.file("nearest-x2"), networks.file(name));
        String yaml = Files.readString(folder.resolve("nearest-x2.yaml"))
                .replace("name: \"nearest-x2\"", "name: \"" + name + "\"");
        Files.delete(folder.resolve("nearest-x2.yaml"));
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
        return networks;
    }
}
