package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * One picture of three channels as the network sees it, and the memory below it, which both sides read and write
 * without copying: 1 x 3 x height x width floats, row after row, channel after channel.
 */
record TileTensor(int width, int height, FloatBuffer values, OnnxTensor tensor) {

    static final int CHANNELS = 3;

    static TileTensor allocate(OrtEnvironment environment, int width, int height) {
        int bytes = Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS * Float.BYTES);
        FloatBuffer values =
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
        return over(environment, values, width, height);
    }

    /** A smaller picture in this one's memory. Closing its tensor leaves this one as it is. */
    TileTensor part(OrtEnvironment environment, int partWidth, int partHeight) {
        return over(environment, values.slice(0, CHANNELS * partWidth * partHeight), partWidth, partHeight);
    }

    private static TileTensor over(OrtEnvironment environment, FloatBuffer values, int width, int height) {
        try {
            return new TileTensor(width, height, values, OnnxTensor.createTensor(environment, values, new long[] {
                1, CHANNELS, height, width
            }));
        } catch (OrtException e) {
            throw new InferenceException("no tensor of " + width + "x" + height + " pixels can be had", e);
        }
    }

    /** Position of a row's first value. */
    int row(int channel, int y) {
        return (channel * height + y) * width;
    }

    @Override
    public String toString() {
        return width + "x" + height + " pixels";
    }
}
