package io.genga.upscaling.published;

import io.genga.contracts.id.Sha256;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A network whose weights lie in a checkpoint of PyTorch, which {@code training/import-checkpoint} makes a network of.
 *
 * @param name under which the network can be asked for
 * @param scale pixels out per pixel in, in each direction
 * @param licence of the weights, as SPDX writes it where it has a name
 * @param forbidsCommercialUse whether that licence is known to
 * @param source where the network comes from
 * @param file name of the checkpoint
 * @param origin where the checkpoint is to be had
 * @param sha256 of the checkpoint; empty where it is not known
 */
public record PublishedCheckpoint(
        String name,
        int scale,
        String licence,
        boolean forbidsCommercialUse,
        Optional<String> source,
        String file,
        CheckpointOrigin origin,
        Optional<Sha256> sha256)
        implements Published {

    public PublishedCheckpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(sha256, "sha256");
        if (scale < 1) {
            throw new IllegalArgumentException("the scale of " + name + " must be at least 1, not " + scale);
        }
        // It becomes the name of a file in the data directory.
        if (!Path.of(file).getFileName().toString().equals(file)) {
            throw new IllegalArgumentException("the file of " + name + " must be a name without folders, not " + file);
        }
    }
}
