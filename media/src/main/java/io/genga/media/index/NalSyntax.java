package io.genga.media.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between H.264 (ITU-T H.264, ISO/IEC 14496-15 §5) and HEVC (ITU-T H.265, ISO/IEC 14496-15 §8). */
enum NalSyntax {
    H264 {
        private static final int IDR_SLICE = 5;
        private static final int SUPPLEMENTAL_INFORMATION = 6;
        private static final int SEQUENCE = 7;
        private static final int PICTURE = 8;
        private static final int OFFSET_OF_LENGTH_SIZE = 4;
        private static final int OFFSET_OF_SEQUENCE_SETS = 5;
        /** After the header byte, the profile, its constraints and its level: 7.3.2.1.1. */
        private static final int OFFSET_OF_SEQUENCE_NUMBER = 4;

        @Override
        int type(ByteBuffer unit) {
            return unit.get(unit.position()) & 0x1F;
        }

        @Override
        int lengthBytes(ByteBuffer header) {
            return hasLengths(header, OFFSET_OF_SEQUENCE_SETS) ? (header.get(OFFSET_OF_LENGTH_SIZE) & 3) + 1 : 0;
        }

        @Override
        List<ByteBuffer> unitsInHeader(ByteBuffer header) {
            ByteBuffer rest = after(header, OFFSET_OF_SEQUENCE_SETS);
            List<ByteBuffer> units = new ArrayList<>();
            NalUnits.addCounted(rest, rest.hasRemaining() ? rest.get() & 0x1F : 0, units);
            NalUnits.addCounted(rest, rest.hasRemaining() ? rest.get() & 0xFF : 0, units);
            return units;
        }

        @Override
        boolean isEntry(ByteBuffer unit, boolean key) {
            int type = type(unit);
            return type == IDR_SLICE
                    || key && type == SUPPLEMENTAL_INFORMATION && RecoveryPoint.isExactAtOnce(NalBits.after(unit, 1));
        }

        @Override
        Optional<Integer> parameterSetNumber(ByteBuffer unit) {
            return switch (type(unit)) {
                case SEQUENCE ->
                    Optional.of(NalBits.after(unit, OFFSET_OF_SEQUENCE_NUMBER).exponentialGolomb());
                case PICTURE -> Optional.of(NalBits.after(unit, 1).exponentialGolomb());
                default -> Optional.empty();
            };
        }
    },
    HEVC {
        private static final int FIRST_BROKEN_LINK = 16;
        private static final int CLEAN_RANDOM_ACCESS = 21;
        private static final int VIDEO = 32;
        private static final int SEQUENCE = 33;
        private static final int PICTURE = 34;
        private static final int HEADER_BYTES = 2;
        private static final int OFFSET_OF_LENGTH_SIZE = 21;
        private static final int OFFSET_OF_ARRAYS = 22;

        @Override
        int type(ByteBuffer unit) {
            return unit.get(unit.position()) >> 1 & 0x3F;
        }

        @Override
        int lengthBytes(ByteBuffer header) {
            return hasLengths(header, OFFSET_OF_ARRAYS) ? (header.get(OFFSET_OF_LENGTH_SIZE) & 3) + 1 : 0;
        }

        @Override
        List<ByteBuffer> unitsInHeader(ByteBuffer header) {
            ByteBuffer rest = after(header, OFFSET_OF_ARRAYS);
            List<ByteBuffer> units = new ArrayList<>();
            int arrays = rest.hasRemaining() ? rest.get() & 0xFF : 0;
            for (int i = 0; i < arrays; i++) {
                if (rest.remaining() < 1 + Short.BYTES) {
                    throw new MalformedPacketException();
                }
                rest.get();
                NalUnits.addCounted(rest, rest.getShort() & 0xFFFF, units);
            }
            return units;
        }

        /** Instantaneous refresh, broken link and clean random access: after each, nothing looks back beyond it. */
        @Override
        boolean isEntry(ByteBuffer unit, boolean key) {
            return type(unit) >= FIRST_BROKEN_LINK && type(unit) <= CLEAN_RANDOM_ACCESS;
        }

        @Override
        Optional<Integer> parameterSetNumber(ByteBuffer unit) {
            NalBits bits = NalBits.after(unit, HEADER_BYTES);
            return switch (type(unit)) {
                case VIDEO -> Optional.of(bits.unsigned(4));
                case SEQUENCE -> Optional.of(HevcSequence.number(bits));
                case PICTURE -> Optional.of(bits.exponentialGolomb());
                default -> Optional.empty();
            };
        }
    };

    /** {@code nal_unit_type}. */
    abstract int type(ByteBuffer unit);

    /** Of the length before each unit of a packet, as the stream's global header says; 0 where start codes separate them. */
    abstract int lengthBytes(ByteBuffer header);

    /**
     * The parameter sets in a global header with lengths.
     *
     * @throws MalformedPacketException where it is too short for what it announces
     */
    abstract List<ByteBuffer> unitsInHeader(ByteBuffer header);

    /** Whether a packet that holds {@code unit} is an entry: see {@link IndexedPacket#entry}. */
    abstract boolean isEntry(ByteBuffer unit, boolean key);

    /** By which pictures refer to a parameter set of its type; empty where the unit is none. */
    abstract Optional<Integer> parameterSetNumber(ByteBuffer unit);

    private static final int CONFIGURATION_VERSION = 1;

    private static boolean hasLengths(ByteBuffer header, int fixedBytes) {
        return header.remaining() > fixedBytes && header.get(0) == CONFIGURATION_VERSION;
    }

    private static ByteBuffer after(ByteBuffer header, int bytes) {
        if (header.remaining() < bytes) {
            throw new MalformedPacketException();
        }
        return header.duplicate().position(bytes);
    }
}
