package io.genga.upscaling.ncnn;

/** What a layer computes. Tensors are planes of equal size, float, without a batch dimension; pooled ones have one number per plane. */
@SuppressWarnings("ArrayRecordComponent") // Megabytes of weights, written once.
public sealed interface Operation {

    /** The picture: red, green, blue, 0 to 1. */
    record Input() implements Operation {}

    /** The same tensor under several names. */
    record Split() implements Operation {}

    /**
     * A convolution.
     *
     * @param weights {@code [outputs][inputs][side][side]}; not copied, not to be changed
     * @param bias one number per output; not copied, not to be changed
     */
    record Convolution(Kernels kernels, float[] weights, float[] bias, Activation activation) implements Operation {}

    /**
     * A convolution turned round: each pixel read adds its kernel, times itself, to what is written.
     *
     * @param weights {@code [outputs][inputs][side][side]}; not copied, not to be changed
     * @param bias one number per output; not copied, not to be changed
     */
    record Deconvolution(Kernels kernels, float[] weights, float[] bias, Activation activation) implements Operation {}

    /** The mean of each plane. */
    record GlobalAverage() implements Operation {}

    /**
     * Sums of one number per plane.
     *
     * @param inputs numbers read
     * @param outputs numbers written
     * @param weights {@code [outputs][inputs]}; not copied, not to be changed
     * @param bias one number per output; not copied, not to be changed
     */
    record InnerProduct(int inputs, int outputs, float[] weights, float[] bias, Activation activation)
            implements Operation {}

    /** The first tensor times the second, which is as large, or one number per plane. */
    record Multiply() implements Operation {}

    /**
     * The first tensor without its border; a second one is only as large as what is left.
     *
     * @param pixels taken off every edge
     */
    record Crop(int pixels) implements Operation {}

    /**
     * A rectifier with a slope of its own for each plane.
     *
     * @param slopes factor of negative numbers, one per plane or one for all; not copied, not to be changed
     */
    record ParametricRelu(float[] slopes) implements Operation {}

    /**
     * A rectifier.
     *
     * @param negativeSlope factor of negative numbers; 0 is ReLU
     */
    record LeakyRelu(float negativeSlope) implements Operation {}

    /** The sum of two tensors. */
    record Add() implements Operation {}

    /**
     * The sum of two tensors, each times its factor.
     *
     * @param first factor of the first input
     * @param second factor of the second input
     */
    record WeightedAdd(float first, float second) implements Operation {}

    /** The planes of all inputs, in order. */
    record Concat() implements Operation {}

    /** Planes {@code c * factor² + y * factor + x} become pixel (x, y) of each square of plane {@code c}. */
    record PixelShuffle(int factor) implements Operation {}

    /** Resizes to {@code factor} times the size by repeating pixels. */
    record Nearest(int factor) implements Operation {}

    /** Resizes by cubic convolution (a = −0.75, centres of pixels aligned, edges repeated), without smoothing first. */
    record Bicubic(float factor) implements Operation {}
}
