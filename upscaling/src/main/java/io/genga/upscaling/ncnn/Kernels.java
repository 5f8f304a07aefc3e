package io.genga.upscaling.ncnn;

/**
 * Shape of a convolution, or of one turned round.
 *
 * @param inputs planes read
 * @param outputs planes written
 * @param side of each square kernel
 * @param stride pixels from one kernel to the next: of what is read, or, turned round, of what is written
 * @param padding pixels: zeros around what is read, or, turned round, what is cut off around what is written
 */
public record Kernels(int inputs, int outputs, int side, int stride, int padding) {

    long numbers() {
        return (long) inputs * outputs * side * side;
    }
}
