package io.genga.upscaling.published;

import java.util.List;
import java.util.Optional;

/** The networks that {@code genga/published/packages.yaml} knows, in its order. */
public final class PublishedNetworks {

    private static final List<PublishedNetwork> ALL = PackageCatalogue.read();

    private PublishedNetworks() {}

    public static List<PublishedNetwork> all() {
        return ALL;
    }

    public static Optional<PublishedNetwork> find(String name) {
        return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
    }
}
