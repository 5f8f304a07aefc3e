package io.genga.media.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits packets of H.264 and HEVC into their network abstraction layer units, either after lengths (ISO/IEC 14496-15) or at
 * start codes (Annex B of ITU-T H.264 and H.265).
 */
final class NalUnits {

    private static final int START_CODE_BYTES = 3;

    private final NalSyntax syntax;

    /** 0 where start codes separate the units. */
    private final int lengthBytes;

    private NalUnits(NalSyntax syntax, int lengthBytes) {
        this.syntax = syntax;
        this.lengthBytes = lengthBytes;
    }

    /** As the stream's global header says. */
    static NalUnits of(NalSyntax syntax, ByteBuffer header) {
        return new NalUnits(syntax, syntax.lengthBytes(header));
    }

    /**
     * The units in {@code packet}, as views of it, without lengths or start codes; none of them empty.
     *
     * @throws MalformedPacketException where a unit is longer than the packet
     */
    List<ByteBuffer> split(ByteBuffer packet) {
        return lengthBytes == 0 ? splitAtStartCodes(packet) : splitByLengths(packet);
    }

    /**
     * The parameter sets in a global header of the stream.
     *
     * @throws MalformedPacketException where the header is too short for what it announces
     */
    List<ByteBuffer> inHeader(ByteBuffer header) {
        return lengthBytes == 0 ? splitAtStartCodes(header) : syntax.unitsInHeader(header);
    }

    /** Takes {@code count} units, each behind its length in two bytes, from {@code rest}. */
    static void addCounted(ByteBuffer rest, int count, List<ByteBuffer> units) {
        for (int i = 0; i < count; i++) {
            addNext(rest, Short.BYTES, units);
        }
    }

    private List<ByteBuffer> splitByLengths(ByteBuffer packet) {
        ByteBuffer rest = packet.duplicate();
        List<ByteBuffer> units = new ArrayList<>();
        while (rest.hasRemaining()) {
            addNext(rest, lengthBytes, units);
        }
        return units;
    }

    private static void addNext(ByteBuffer rest, int lengthBytes, List<ByteBuffer> units) {
        if (rest.remaining() < lengthBytes) {
            throw new MalformedPacketException();
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(rest.get());
        }
        if (length > rest.remaining()) {
            throw new MalformedPacketException();
        }
        if (length > 0) {
            units.add(rest.slice(rest.position(), (int) length));
            rest.position(rest.position() + (int) length);
        }
    }

    private static List<ByteBuffer> splitAtStartCodes(ByteBuffer packet) {
        List<ByteBuffer> units = new ArrayList<>();
        int start = nextStartCode(packet, packet.position());
        while (start < packet.limit()) {
            int first = start + START_CODE_BYTES;
            int next = nextStartCode(packet, first);
            if (next > first) {
                units.add(packet.slice(first, next - first));
            }
            start = next;
        }
        return units;
    }

    /** Where the next 00 00 01 begins, or the end. */
    private static int nextStartCode(ByteBuffer bytes, int from) {
        for (int i = from; i + START_CODE_BYTES <= bytes.limit(); i++) {
            if (bytes.get(i) == 0 && bytes.get(i + 1) == 0 && bytes.get(i + 2) == 1) {
                return i;
            }
        }
        return bytes.limit();
    }
}
