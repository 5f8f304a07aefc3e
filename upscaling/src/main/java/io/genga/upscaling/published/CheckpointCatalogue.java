package io.genga.upscaling.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the descriptions of checkpoints: those of {@code training/models}, which the build puts beside the classes. */
final class CheckpointCatalogue {

    private static final String FOLDER = "/genga/checkpoints";

    /** What training alone has to know, such as the architecture, is skipped. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Description(
            String name, int scale, String licence, Boolean commercialUse, String source, Weights weights) {

        private PublishedCheckpoint published() {
            return new PublishedCheckpoint(
                    name,
                    scale,
                    licence,
                    Boolean.FALSE.equals(commercialUse),
                    Optional.ofNullable(source),
                    weights.file(),
                    weights.origin(),
                    Optional.ofNullable(weights.sha256()));
        }
    }

    private record Weights(
            String file,
            URI download,
            URI page,
            @JsonProperty("package") String carrier,
            Sha256 sha256) {

        private CheckpointOrigin origin() {
            if (download != null) {
                return new CheckpointOrigin.Address(download);
            }
            return carrier == null ? new CheckpointOrigin.Page(page) : new CheckpointOrigin.Carrier(carrier);
        }
    }

    private CheckpointCatalogue() {}

    static List<PublishedCheckpoint> read() {
        URL folder = CheckpointCatalogue.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException(FOLDER + " is part of genga and must be there");
        }
        try {
            return folder.getProtocol().equals("jar") ? inJar(folder) : in(Path.of(folder.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is part of genga and must be readable", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(folder + " is no address of a folder", e);
        }
    }

    private static List<PublishedCheckpoint> inJar(URL folder) throws IOException, URISyntaxException {
        JarURLConnection entry = (JarURLConnection) folder.openConnection();
        Path file = Path.of(entry.getJarFileURL().toURI());
        try (FileSystem jar = FileSystems.newFileSystem(file)) {
            return in(jar.getPath(FOLDER));
        }
    }

    private static List<PublishedCheckpoint> in(Path folder) throws IOException {
        List<PublishedCheckpoint> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.add(YAML.readValue(Files.readAllBytes(file), Description.class)
                        .published());
            }
        }
        found.sort(Comparator.comparing(PublishedCheckpoint::name));
        return List.copyOf(found);
    }
}
