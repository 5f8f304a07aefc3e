package io.genga.upscaling.published;

import java.util.List;
import java.util.Optional;

/** The checkpoints that {@code training/models} describes, by name. */
public final class PublishedCheckpoints {

    private static final List<PublishedCheckpoint> ALL = CheckpointCatalogue.read();

    private PublishedCheckpoints() {}

    public static List<PublishedCheckpoint> all() {
        return ALL;
    }

    public static Optional<PublishedCheckpoint> find(String name) {
        return ALL.stream().filter(checkpoint -> checkpoint.name().equals(name)).findFirst();
    }
}
