package io.genga.upscaling.ncnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * A network of ncnn with all that the published ones for video have: 16-bit and 32-bit weights, PReLU, pixel shuffle, an added
 * picture. Twice the size.
 */
public final class SmallNetwork {

    public static final String PARAM = """
            7767517
            8 9
            Input         data      0 1 data
            Split         split     1 2 data left right
            Convolution   first     1 1 left a 0=3 1=3 4=1 5=1 6=81
            PReLU         rectifier 1 1 a b 0=3
            Convolution   second    1 1 b c 0=12 1=3 4=1 5=1 6=324 9=2 -23310=1,5.000000e-01
            PixelShuffle  shuffle   1 1 c d 0=2
            Interp        larger    1 1 right e 0=1 1=2.000000e+00 2=2.000000e+00
            BinaryOp      sum       2 1 d e output
            """;

    public static final float[] FIRST_WEIGHTS = numbers(81, 1);
    public static final float[] FIRST_BIAS = numbers(3, 2);
    /** Of both signs, and one above 1. */
    public static final float[] SLOPES = {-0.25f, 0.5f, 1.25f};

    public static final float[] SECOND_WEIGHTS = numbers(324, 3);
    public static final float[] SECOND_BIAS = numbers(12, 4);

    private static final int FLOAT16 = 0x01306B47;
    private static final int BYTES = 4 + 164 + 4 * 3 + 4 * 3 + 4 + 4 * 324 + 4 * 12;

    private SmallNetwork() {}

    public static NcnnNetwork read() {
        return NcnnReader.read(PARAM, "small.param", bin(), "small.bin");
    }

    /** The content of the {@code .bin} file. */
    public static ByteBuffer bin() {
        ByteBuffer bin = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bin.putInt(FLOAT16);
        for (float weight : FIRST_WEIGHTS) {
            bin.putShort(half(weight));
        }
        // 81 numbers of two bytes are filled up to a multiple of four.
        bin.putShort((short) 0);
        put(bin, FIRST_BIAS);
        put(bin, SLOPES);
        bin.putInt(0);
        put(bin, SECOND_WEIGHTS);
        put(bin, SECOND_BIAS);
        return bin.flip();
    }

    private static void put(ByteBuffer bin, float[] values) {
        for (float value : values) {
            bin.putFloat(value);
        }
    }

    /** Multiples of 1/64 from −1/4 to 1/4: exact in 16 bits. */
    private static float[] numbers(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (random.nextInt(33) - 16) / 64f;
        }
        return values;
    }

    /** Of numbers that are normal and exact in 16 bits: the exponent's bias changes from 127 to 15, fractions lose zeros. */
    private static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int magnitude = value == 0 ? 0 : ((bits & 0x7fffffff) >>> 13) - (127 - 15 << 10);
        return (short) (bits >>> 16 & 0x8000 | magnitude);
    }
}
