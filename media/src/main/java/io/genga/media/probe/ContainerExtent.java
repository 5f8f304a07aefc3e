package io.genga.media.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Those that say where packets are. */
    private static final Set<String> INDICES = Set.of("moov", "moof");

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

    /** Whether a file is of boxes, but has none of those that say where its packets are. */
    static boolean lacksIndex(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            boolean boxes = false;
            for (Optional<Box> box = boxAt(file, 0);
                    box.isPresent();
                    box = boxAt(file, box.get().end())) {
                boxes = true;
                if (INDICES.contains(box.get().type())) {
                    return false;
                }
            }
            return boxes;
        } catch (IOException e) {
            return false; // whoever reads the file next says why
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

    /** Of the last box that there is, as far as it is announced. */
    private static long endOfBoxes(RandomAccessFile file) throws IOException {
        long end = 0;
        for (Optional<Box> box = boxAt(file, end); box.isPresent(); box = boxAt(file, end)) {
            end = box.get().end();
        }
        return end;
    }

    /**
     * An outermost box.
     *
     * @param end position behind it, by its own word
     */
    private record Box(String type, long end) {}

    /** @return empty where there is none, or nothing that this project knows */
    private static Optional<Box> boxAt(RandomAccessFile file, long position) throws IOException {
        if (position < 0 || position + BOX_HEADER_BYTES > file.length()) {
            return Optional.empty();
        }
        file.seek(position);
        long bytes = Integer.toUnsignedLong(file.readInt());
        byte[] letters = new byte[4];
        file.readFully(letters);
        String type = new String(letters, StandardCharsets.ISO_8859_1);
        long size = bytes == SIZE_FOLLOWS_IN_64_BITS ? file.readLong() : bytes;
        if (bytes == TO_THE_END_OF_THE_FILE) {
            size = file.length() - position;
        }
        return OUTERMOST_BOXES.contains(type) && size >= BOX_HEADER_BYTES
                ? Optional.of(new Box(type, position + size))
                : Optional.empty();
    }
}
