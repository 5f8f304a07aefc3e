package io.genga.upscaling.ncnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * A network of ncnn with all that waifu2x and Real-CUGAN have: it shrinks the picture, halves it and enlarges it again, weighs planes by
 * their means, and takes the edges off what it adds. Twice the size, with four pixels around the picture.
 */
public final class ShrinkingNetwork {

    /** As Real-CUGAN writes it. */
    public static final String PARAM = """
            7767517
            14 16
            Input         data    0 1 data
            Convolution   first   1 1 data a 0=4 1=3 5=1 6=108 9=2 -23310=1,1.000000e-01
            Split         split   1 2 a left right
            Convolution   half    1 1 right b 0=4 1=2 3=2 5=1 6=64 9=1
            Convolution   deep    1 1 b c 0=4 1=3 5=1 6=144
            Split         pooled  1 2 c d e
            Pooling       mean    1 1 e f 0=1 4=1
            InnerProduct  squeeze 1 1 f g 0=2 1=1 2=8 9=1
            InnerProduct  excite  1 1 g h 0=4 1=1 2=8 9=4
            BinaryOp      weigh   2 1 d h i 0=2
            Deconvolution up      1 1 i j 0=4 1=2 3=2 5=1 6=64
            Crop          cut     1 1 left k -23309=2,2,2 -23310=2,-2,-2 -23311=2,-2,-1
            BinaryOp      sum     2 1 k j l
            Deconvolution larger  1 1 l output 0=3 1=4 3=2 4=3 5=1 6=192
            """;

    /** The same as waifu2x writes it. */
    public static final String OLDER_PARAM = PARAM.replace("14 16", "15 18")
            .replace("Input         data    0 1 data", "Input         data    0 1 data 0=156 1=156 2=3")
            .replace("BinaryOp      weigh   2 1 d h i 0=2", "Scale         weigh   2 1 d h i 0=-233")
            .replace("-23311=2,-2,-1", "-23311=2,1,2")
            .replace(
                    "Crop          cut     1 1 left k -23309=2,2,2 -23310=2,-2,-2 -23311=2,1,2",
                    "Split         twice   1 2 j m n\nCrop          cut     2 1 left n k 0=2 1=2")
            .replace("BinaryOp      sum     2 1 k j l", "Eltwise       sum     2 1 k m l 0=1");

    public static final float[] FIRST_WEIGHTS = numbers(108, 1);
    public static final float[] FIRST_BIAS = numbers(4, 2);
    public static final float[] HALF_WEIGHTS = numbers(64, 3);
    public static final float[] HALF_BIAS = numbers(4, 4);
    public static final float[] DEEP_WEIGHTS = numbers(144, 5);
    public static final float[] DEEP_BIAS = numbers(4, 6);
    public static final float[] SQUEEZE_WEIGHTS = numbers(8, 7);
    public static final float[] SQUEEZE_BIAS = numbers(2, 8);
    public static final float[] EXCITE_WEIGHTS = numbers(8, 9);
    public static final float[] EXCITE_BIAS = numbers(4, 10);
    public static final float[] UP_WEIGHTS = numbers(64, 11);
    public static final float[] UP_BIAS = numbers(4, 12);
    public static final float[] LARGER_WEIGHTS = numbers(192, 13);
    public static final float[] LARGER_BIAS = numbers(3, 14);

    private static final float[][] ALL = {
        FIRST_WEIGHTS, FIRST_BIAS,
        HALF_WEIGHTS, HALF_BIAS,
        DEEP_WEIGHTS, DEEP_BIAS,
        SQUEEZE_WEIGHTS, SQUEEZE_BIAS,
        EXCITE_WEIGHTS, EXCITE_BIAS,
        UP_WEIGHTS, UP_BIAS,
        LARGER_WEIGHTS, LARGER_BIAS
    };

    private ShrinkingNetwork() {}

    public static NcnnNetwork read(String param) {
        return NcnnReader.read(param, "shrinking.param", bin(), "shrinking.bin");
    }

    /** The content of the {@code .bin} file. */
    public static ByteBuffer bin() {
        ByteBuffer bin = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        for (int block = 0; block < ALL.length; block++) {
            if (block % 2 == 0) {
                // Weights, not biases, begin with how they are stored.
                bin.putInt(0);
            }
            for (float value : ALL[block]) {
                bin.putFloat(value);
            }
        }
        return bin.flip();
    }

    /** From −1/4 to 1/4, a little more of them positive, so that pictures do not vanish. */
    private static float[] numbers(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextInt(33) - 14) / 64f;
        }
        return values;
    }
}
