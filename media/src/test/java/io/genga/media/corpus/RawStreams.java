package io.genga.media.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Changes to MPEG streams that no tool makes on purpose. */
final class RawStreams {

    /** ISO/IEC 13818-1, 2.4.3.2. */
    private static final int TRANSPORT_PACKET = 188;

    /** The start of a packet of the first video stream: 2.4.3.7. */
    private static final byte[] VIDEO = {0, 0, 1, (byte) 0xE0};

    private static final int FLAGS = 7;
    private static final int HEADER_LENGTH = 8;
    private static final int TIMES = 0xC0;
    private static final byte STUFFING = (byte) 0xFF;

    private RawStreams() {}

    /** Without the first {@code share} of its packets. */
    static Path begunLate(Path transportStream, double share, Path target) throws IOException {
        byte[] film = Files.readAllBytes(transportStream);
        int first = (int) (film.length / TRANSPORT_PACKET * share) * TRANSPORT_PACKET;
        return Files.write(target, Arrays.copyOfRange(film, first, film.length));
    }

    /** One film behind the other. */
    static Path joined(Path film, Path other, Path target) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Files.readAllBytes(film));
        both.write(Files.readAllBytes(other));
        return Files.write(target, both.toByteArray());
    }

    /** Takes PTS and DTS from all pictures but the first. */
    static Path withoutTimes(Path film, Path target) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        boolean first = true;
        for (int i = 0; i + HEADER_LENGTH < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + VIDEO.length, VIDEO, 0, VIDEO.length) && (bytes[i + FLAGS] & TIMES) != 0) {
                if (!first) {
                    eraseTimes(bytes, i);
                }
                first = false;
            }
        }
        return Files.write(target, bytes);
    }

    /** Their place is filled up as the standard allows. */
    private static void eraseTimes(byte[] bytes, int packet) {
        bytes[packet + FLAGS] &= ~TIMES;
        int begin = packet + HEADER_LENGTH + 1;
        Arrays.fill(bytes, begin, begin + bytes[packet + HEADER_LENGTH], STUFFING);
    }
}
