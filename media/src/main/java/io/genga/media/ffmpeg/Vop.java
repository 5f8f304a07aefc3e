package io.genga.media.ffmpeg;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Pictures of MPEG-4, its video object planes: ISO/IEC 14496-2, 6.2.5. */
public final class Vop {

    /** A P-picture of {@code vop_coded} 0. */
    private static final byte[] PLACEHOLDER = {0, 0, 1, (byte) 0xB6, 0x51, 0x4F};

    /** {@code vop_start_code}; the picture's type is in the two bits behind it. */
    private static final int START = 0x1B6;

    private static final int B = 2;

    /** In bytes, by which FFmpeg's filter knows it, too: a picture that was coded is larger. */
    private static final int LARGEST_PLACEHOLDER = 19;

    private Vop() {}

    /** One that was not coded, for a packet of its own. */
    public static byte[] placeholder() {
        return PLACEHOLDER.clone();
    }

    /** How many {@code packet} holds. */
    public static int countIn(AVPacket packet) {
        ByteBuffer bytes = bytes(packet);
        int pictures = 0;
        for (int i = next(bytes, 0); i < bytes.limit(); i = next(bytes, i + 1)) {
            pictures++;
        }
        return pictures;
    }

    /** Whether {@code packet} may hold a place only: a picture that was not coded. */
    public static boolean isPlaceholder(AVPacket packet) {
        return packet.size() <= LARGEST_PLACEHOLDER && countIn(packet) == 1;
    }

    /** Whether the first in {@code packet} looks forward. */
    public static boolean isB(AVPacket packet) {
        ByteBuffer bytes = bytes(packet);
        int type = next(bytes, 0) + Integer.BYTES;
        return type < bytes.limit() && (bytes.get(type) & 0xFF) >> 6 == B;
    }

    /** Where the next begins at or behind {@code from}; the limit where none does. */
    private static int next(ByteBuffer bytes, int from) {
        for (int i = from; i + Integer.BYTES <= bytes.limit(); i++) {
            if (bytes.getInt(i) == START) {
                return i;
            }
        }
        return bytes.limit();
    }

    private static ByteBuffer bytes(AVPacket packet) {
        ByteBuffer bytes = packet.size() == 0
                ? ByteBuffer.allocate(0)
                : packet.data().capacity(packet.size()).asByteBuffer();
        return bytes.duplicate(); // in the order of the stream, not of the machine
    }
}
