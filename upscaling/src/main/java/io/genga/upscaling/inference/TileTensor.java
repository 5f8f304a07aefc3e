package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Pictures of one size and three channels as the network sees them, and the memory below them, which both sides read and write
 * without copying: count x 3 x height x width floats, row after row, channel after channel, picture after picture.
 */
record TileTensor(int count, int width, int height, FloatBuffer values, OnnxTensor tensor) {

    static final int CHANNELS = 3;

    /** One picture. */
    static TileTensor allocate(OrtEnvironment environment, int width, int height) {
        int bytes = Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS * Float.BYTES);
        FloatBuffer values =
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
        return over(environment, values, 1, width, height);
    }

    /**
     * Smaller pictures in this one's memory. Closing their tensor leaves this one as it is.
     *
     * @param firstPixel of this one's, from which on they lie there
     */
    TileTensor part(OrtEnvironment environment, int firstPixel, int partCount, int partWidth, int partHeight) {
        FloatBuffer memory = values.slice(CHANNELS * firstPixel, partCount * CHANNELS * partWidth * partHeight);
        return over(environment, memory, partCount, partWidth, partHeight);
    }

    private static TileTensor over(OrtEnvironment environment, FloatBuffer values, int count, int width, int height) {
        try {
            OnnxTensor tensor =
                    OnnxTensor.createTensor(environment, values, new long[] {count, CHANNELS, height, width});
            return new TileTensor(count, width, height, values, tensor);
        } catch (OrtException e) {
            throw new InferenceException("no tensor of " + width + "x" + height + " pixels can be had", e);
        }
    }

    /** Of all pictures. */
    int pixels() {
        return count * width * height;
    }

    /** Position of a row's first value. */
    int row(int picture, int channel, int y) {
        return ((picture * CHANNELS + channel) * height + y) * width;
    }

    /** The numbers of one picture. */
    FloatBuffer picture(int picture) {
        return values.slice(row(picture, 0, 0), CHANNELS * width * height);
    }

    @Override
    public String toString() {
        return width + "x" + height + " pixels";
    }
}
