package io.genga.upscaling.published;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.genga.contracts.id.Sha256;
import io.genga.upscaling.imports.NetworkDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the packages and their networks from the file that lists them. */
final class PackageCatalogue {

    private static final String FILE = "/genga/published/packages.yaml";

    private record Package(
            String name,
            String version,
            int megabytes,
            String licence,
            String origin,
            String folder,
            List<Network> networks) {

        private List<PublishedNetwork> published() {
            return networks.stream().map(this::published).toList();
        }

        private PublishedNetwork published(Network network) {
            PublishedPackage carrier = new PublishedPackage(name, version, megabytes);
            NetworkDetails details = new NetworkDetails(
                    network.name(),
                    network.scale(),
                    OptionalInt.empty(),
                    network.largestTile() == null ? OptionalInt.empty() : OptionalInt.of(network.largestTile()),
                    licence,
                    Optional.of(origin + " by way of " + carrier),
                    network.addedToPicture());
            String stem = folder + network.file();
            return new PublishedNetwork(
                    details,
                    carrier,
                    stem + ".param",
                    new Sha256(network.param()),
                    stem + ".bin",
                    new Sha256(network.bin()));
        }
    }

    /** One line of the file. */
    private record Network(
            String name,
            int scale,
            String file,
            String param,
            String bin,
            Integer largestTile,
            boolean addedToPicture) {}

    private PackageCatalogue() {}

    static List<PublishedNetwork> read() {
        try (InputStream yaml = PackageCatalogue.class.getResourceAsStream(FILE)) {
            List<Package> packages = new YAMLMapper().readValue(yaml, new TypeReference<List<Package>>() {});
            return packages.stream()
                    .flatMap(listed -> listed.published().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is part of genga and must be readable", e);
        }
    }
}
