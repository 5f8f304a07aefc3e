package io.genga.media.index;

import java.nio.ByteBuffer;

/**
 * MPEG-4 as DivX and Xvid wrote it into AVI: a B-picture lies in the packet of the picture that it looks forward to. Of such packets it cannot
 * be said when their pictures are shown.
 */
final class PackedPictures {

    /** {@code vop_start_code}: ISO/IEC 14496-2, 6.2.1. */
    private static final int PICTURE_START = 0x1B6;

    private PackedPictures() {}

    /** Whether {@code packet} holds more than one picture. */
    static boolean areIn(ByteBuffer packet) {
        ByteBuffer bytes = packet.duplicate(); // in the order of the stream, not of the machine
        int pictures = 0;
        for (int i = packet.position(); i + Integer.BYTES <= packet.limit(); i++) {
            pictures += bytes.getInt(i) == PICTURE_START ? 1 : 0;
        }
        return pictures > 1;
    }
}
