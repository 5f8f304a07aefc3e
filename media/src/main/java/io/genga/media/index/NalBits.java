package io.genga.media.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The bits of a unit's payload, read from the first to the last. */
final class NalBits {

    private static final int EMULATION_PREVENTION = 3;
    private static final int LONGEST_CODE = 31;

    private final byte[] payload;
    private int position;

    private NalBits(byte[] payload) {
        this.payload = payload;
    }

    /** The payload behind the first {@code bytes}, without the bytes that keep start codes from arising (7.3.1.1). */
    static NalBits after(ByteBuffer unit, int bytes) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream(unit.remaining());
        int zeros = 0;
        for (int i = unit.position(); i < unit.limit(); i++) {
            int value = unit.get(i) & 0xFF;
            boolean inserted = zeros >= 2 && value == EMULATION_PREVENTION;
            if (!inserted) {
                payload.write(value);
            }
            zeros = value == 0 ? zeros + 1 : 0;
        }
        NalBits bits = new NalBits(payload.toByteArray());
        bits.skip(bytes * Byte.SIZE);
        return bits;
    }

    /** @throws MalformedPacketException where the unit ends before */
    int bit() {
        int offset = position / Byte.SIZE;
        if (offset >= payload.length) {
            throw new MalformedPacketException();
        }
        int bit = payload[offset] >> (Byte.SIZE - 1 - position % Byte.SIZE) & 1;
        position++;
        return bit;
    }

    int unsigned(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    void skip(int bits) {
        position += bits;
    }

    boolean hasBytes(int bytes) {
        return position / Byte.SIZE + bytes <= payload.length;
    }

    /** An unsigned number in Exp-Golomb code (9.1 of H.264, 9.2 of H.265). */
    int exponentialGolomb() {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
        }
        if (zeros > LONGEST_CODE) {
            throw new MalformedPacketException();
        }
        return (1 << zeros) - 1 + unsigned(zeros);
    }
}
