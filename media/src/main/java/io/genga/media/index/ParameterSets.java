package io.genga.media.index;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameter sets of an H.264 stream, by their numbers. A chunk in the middle of a film knows those of the film's beginning
 * only; a stream that changes them on its way (a new resolution, for example) cannot be cut.
 */
final class ParameterSets {

    private static final int SEQUENCE_PARAMETER_SET = 7;
    private static final int PICTURE_PARAMETER_SET = 8;

    /** After the header byte, the profile, its constraints and its level: ITU-T H.264, 7.3.2.1.1. */
    private static final int OFFSET_OF_SEQUENCE_NUMBER = 4;

    private static final int OFFSET_OF_PICTURE_NUMBER = 1;

    private record Name(int type, int number) {}

    private final Map<Name, ByteBuffer> known = new HashMap<>();

    /** Takes the parameter sets among {@code units} for those of the film. */
    void learn(List<ByteBuffer> units) {
        for (ByteBuffer unit : units) {
            if (isParameterSet(unit)) {
                known.putIfAbsent(nameOf(unit), copy(withoutPadding(unit)));
            }
        }
    }

    /** Whether all parameter sets among {@code units} are known, bit for bit. */
    boolean know(List<ByteBuffer> units) {
        return units.stream().filter(ParameterSets::isParameterSet).allMatch(unit -> withoutPadding(unit)
                .equals(known.get(nameOf(unit))));
    }

    private static boolean isParameterSet(ByteBuffer unit) {
        int type = NalUnits.type(unit);
        return type == SEQUENCE_PARAMETER_SET || type == PICTURE_PARAMETER_SET;
    }

    private static Name nameOf(ByteBuffer unit) {
        int type = NalUnits.type(unit);
        int offset = type == SEQUENCE_PARAMETER_SET ? OFFSET_OF_SEQUENCE_NUMBER : OFFSET_OF_PICTURE_NUMBER;
        return new Name(type, exponentialGolomb(unit, offset * Byte.SIZE));
    }

    /** An unsigned number in Exp-Golomb code (ITU-T H.264, 9.1). */
    private static int exponentialGolomb(ByteBuffer unit, int firstBit) {
        int zeros = 0;
        while (bit(unit, firstBit + zeros) == 0) {
            zeros++;
        }
        int value = 0;
        for (int i = 0; i <= zeros; i++) {
            value = value << 1 | bit(unit, firstBit + zeros + i);
        }
        return value - 1;
    }

    private static int bit(ByteBuffer unit, int index) {
        int offset = unit.position() + index / Byte.SIZE;
        if (offset >= unit.limit()) {
            throw new MalformedPacketException();
        }
        return unit.get(offset) >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
    }

    private static ByteBuffer withoutPadding(ByteBuffer unit) {
        int end = unit.limit();
        while (end > unit.position() && unit.get(end - 1) == 0) {
            end--;
        }
        return unit.slice(unit.position(), end - unit.position());
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }
}
