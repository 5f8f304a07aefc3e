package io.genga.upscaling.inference;

import java.util.Locale;

/** The kinds of device that networks run on. */
public enum DeviceKind {
    CPU,
    CUDA;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
