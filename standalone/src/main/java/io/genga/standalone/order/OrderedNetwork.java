package io.genga.standalone.order;

import io.genga.contracts.request.NetworkReference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the networks that an order names.
 *
 * @param scale in each direction
 * @param file of a network that is not built in; null otherwise
 * @param licence of its weights
 */
public record OrderedNetwork(NetworkReference reference, int scale, Path file, String licence) {

    public Optional<Path> optionalFile() {
        return Optional.ofNullable(file);
    }
}
