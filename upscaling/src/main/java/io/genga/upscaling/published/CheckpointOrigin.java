package io.genga.upscaling.published;

import java.net.URI;

/** Where a checkpoint is to be had. */
public sealed interface CheckpointOrigin {

    /** The file itself. */
    record Address(URI uri) implements CheckpointOrigin {}

    /** A page on which a person finds it; no program can. */
    record Page(URI uri) implements CheckpointOrigin {}

    /**
     * A Python package that carries it.
     *
     * @param requirement name and version as pip writes them
     */
    record Carrier(String requirement) implements CheckpointOrigin {}
}
