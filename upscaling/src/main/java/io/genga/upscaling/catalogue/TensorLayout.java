package io.genga.upscaling.catalogue;

/** The order of a tensor's dimensions. */
public enum TensorLayout {
    /** Batch, channel, row, column: planes, as frames have them. */
    NCHW
}
