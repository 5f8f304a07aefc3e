package io.genga.upscaling.ncnn;

/** What a layer with weights does to each of its results. */
public sealed interface Activation {

    /**
     * A leaky rectifier.
     *
     * @param negativeSlope factor of negative numbers: 1 leaves them, 0 is ReLU
     */
    record Rectifier(float negativeSlope) implements Activation {}

    /** The logistic function. */
    record Sigmoid() implements Activation {}
}
