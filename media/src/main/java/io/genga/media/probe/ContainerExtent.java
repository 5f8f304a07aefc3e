package io.genga.media.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Compares the length that a file's outermost boxes (ISO/IEC 14496-12) or elements (RFC 8794, EBML) announce with the length
 * it has. FFmpeg plays a truncated file without a word, up to where it ends.
 */
final class ContainerExtent {

    private static final int EBML_HEADER = 0x1A45DFA3;
    private static final int MATROSKA_SEGMENT = 0x18538067;
    private static final Set<String> OUTERMOST_BOXES = Set.of(
            "ftyp", "styp", "moov", "mdat", "moof", "mfra", "free", "skip", "wide", "meta", "sidx", "ssix", "pdin",
            "uuid", "udta", "prft", "emsg");
    private static final int BOX_HEADER_BYTES = 8;
    private static final long SIZE_FOLLOWS_IN_64_BITS = 1;
    private static final long TO_THE_END_OF_THE_FILE = 0;
    private static final long UNKNOWN = -1;

    private ContainerExtent() {}

    /** @throws RefusedMediaException where the file ends before its own structure does */
    static void check(Path path, String displayName) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long announced = announcedBytes(file);
            if (announced > file.length()) {
                throw new RefusedMediaException(
                        displayName,
                        "is truncated, " + file.length() + " of " + announced + " bytes are there",
                        "copy it again");
            }
        } catch (IOException e) {
            throw new RefusedMediaException(displayName, "cannot be read", "check its disk", e);
        }
    }

    private static long announcedBytes(RandomAccessFile file) throws IOException {
        try {
            if (file.readInt() == EBML_HEADER) {
                return endOfSegment(file);
            }
            return endOfBoxes(file);
        } catch (EOFException e) {
            return UNKNOWN; // too short for a header: whether it is a film is for the demuxer to say
        }
    }

    private static long endOfSegment(RandomAccessFile file) throws IOException {
        long headerBytes = readSize(file);
        file.seek(file.getFilePointer() + headerBytes);
        if (file.readInt() != MATROSKA_SEGMENT) {
            return UNKNOWN;
        }
        long bytes = readSize(file);
        return bytes == UNKNOWN ? UNKNOWN : file.getFilePointer() + bytes;
    }

    /** A variable-size integer; one with all bits set is the size of an element whose end is not known yet. */
    private static long readSize(RandomAccessFile file) throws IOException {
        int first = file.readUnsignedByte();
        int following = Integer.numberOfLeadingZeros(first) - (Integer.SIZE - Byte.SIZE);
        if (following >= Byte.SIZE) {
            return UNKNOWN;
        }
        long value = first & (0x7F >> following);
        for (int i = 0; i < following; i++) {
            value = value << Byte.SIZE | file.readUnsignedByte();
        }
        long allBits = (1L << (7 * (following + 1))) - 1;
        return value == allBits ? UNKNOWN : value;
    }

    private static long endOfBoxes(RandomAccessFile file) throws IOException {
        long position = 0;
        while (position >= 0 && position + BOX_HEADER_BYTES <= file.length()) {
            file.seek(position);
            long bytes = Integer.toUnsignedLong(file.readInt());
            byte[] type = new byte[4];
            file.readFully(type);
            if (!OUTERMOST_BOXES.contains(new String(type, StandardCharsets.ISO_8859_1))
                    || bytes == TO_THE_END_OF_THE_FILE) {
                return UNKNOWN;
            }
            long size = bytes == SIZE_FOLLOWS_IN_64_BITS ? file.readLong() : bytes;
            if (size < BOX_HEADER_BYTES) {
                return UNKNOWN;
            }
            position += size;
        }
        return position;
    }
}
