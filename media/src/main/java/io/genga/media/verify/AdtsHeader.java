package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * The header that MPEG transport streams put before each packet of AAC (ISO/IEC 13818-7, 6.2). Matroska and MP4 say the same once, in the
 * stream's header, so FFmpeg takes it off when it writes those.
 */
final class AdtsHeader {

    private static final int SYNCHRONISATION = 0xFFF0;
    private static final int SYNCHRONISATION_MASK = 0xFFF6;
    private static final int CHECKSUM_ABSENT = 1;
    private static final int BYTES = 7;
    private static final int BYTES_WITH_CHECKSUM = 9;

    private AdtsHeader() {}

    /** Streams that describe themselves in their own header have none before their packets. */
    static boolean mayFrame(AVCodecParameters parameters) {
        return parameters.codec_id() == AV_CODEC_ID_AAC && parameters.extradata_size() == 0;
    }

    /** What lies behind the header, as a view; all of {@code packet} where there is none. */
    static ByteBuffer skip(ByteBuffer packet) {
        if (packet.remaining() < BYTES_WITH_CHECKSUM || !isHeader(packet.get(0), packet.get(1))) {
            return packet;
        }
        int bytes = (packet.get(1) & CHECKSUM_ABSENT) == 0 ? BYTES_WITH_CHECKSUM : BYTES;
        return packet.position(bytes).slice();
    }

    private static boolean isHeader(byte first, byte second) {
        int bits = (first & 0xFF) << Byte.SIZE | second & 0xFF;
        return (bits & SYNCHRONISATION_MASK) == SYNCHRONISATION;
    }
}
