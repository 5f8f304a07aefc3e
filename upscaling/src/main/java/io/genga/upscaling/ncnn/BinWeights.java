package io.genga.upscaling.ncnn;

import io.genga.upscaling.precision.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The numbers of a {@code .bin} file, in the order of the layers that own them. Little-endian; each block of weights begins
 * with a word that tells how its numbers are stored, biases and slopes are plain 32-bit floats. Nothing is allocated before
 * the file is known to hold it.
 */
final class BinWeights {

    private static final int FLOAT32 = 0;
    private static final int FLOAT16 = 0x01306B47;
    private static final int ALIGNMENT = 4;

    private final ByteBuffer content;
    private final String file;
    private long numbers;

    /** @param content from its position to its limit; read, not changed */
    BinWeights(ByteBuffer content, String file) {
        this.content = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.file = file;
    }

    /** Numbers that begin with the word that tells how they are stored. */
    float[] flagged(LayerLine owner, long count) {
        require(owner, Integer.BYTES);
        int storage = content.getInt();
        return switch (storage) {
            case FLOAT32 -> plain(owner, count);
            case FLOAT16 -> half(owner, count);
            default ->
                throw owner.refusal("has weights stored as 0x%08x in %s, but only 32-bit and 16-bit floats can be read"
                        .formatted(storage, file));
        };
    }

    /** Numbers stored as 32-bit floats. */
    float[] plain(LayerLine owner, long count) {
        require(owner, count * Float.BYTES);
        float[] values = new float[(int) count];
        content.asFloatBuffer().get(values);
        content.position(content.position() + values.length * Float.BYTES);
        return finite(owner, values);
    }

    /** How many numbers were read. */
    long numbers() {
        return numbers;
    }

    /** Bytes that no layer owns. */
    int rest() {
        return content.remaining();
    }

    private float[] half(LayerLine owner, long count) {
        long bytes = (count * Short.BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        require(owner, bytes);
        int end = content.position() + (int) bytes;
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = HalfPrecision.toFloat(content.getShort());
        }
        content.position(end);
        return finite(owner, values);
    }

    private void require(LayerLine owner, long bytes) {
        if (bytes > content.remaining()) {
            throw owner.refusal("needs " + bytes + " bytes at byte " + content.position() + " of " + file
                    + ", but only " + content.remaining()
                    + " are left: the two files do not belong together, or one is damaged");
        }
    }

    private float[] finite(LayerLine owner, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw owner.refusal("has the weight " + value + " in " + file + ", which is no number to compute with");
            }
        }
        numbers += values.length;
        return values;
    }
}
