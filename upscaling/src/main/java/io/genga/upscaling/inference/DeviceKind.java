package io.genga.upscaling.inference;

import java.util.Locale;

/** The kinds of device that networks run on. */
public enum DeviceKind {
    CPU(1),

    /** While pixels of one chunk are on their way to the GPU or back, it computes those of another. */
    CUDA(2);

    private final int chunksAtOnce;

    DeviceKind(int chunksAtOnce) {
        this.chunksAtOnce = chunksAtOnce;
    }

    /** So many chunks are upscaled at the same time where nobody says otherwise. */
    public int chunksAtOnce() {
        return chunksAtOnce;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
