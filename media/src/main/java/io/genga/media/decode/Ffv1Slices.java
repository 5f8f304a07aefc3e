package io.genga.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_CRC_32_IEEE;
import static org.bytedeco.ffmpeg.global.avutil.av_crc;
import static org.bytedeco.ffmpeg.global.avutil.av_crc_get_table;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/**
 * The checksums of FFV1 (RFC 9043, section 4.9: the slice footer). FFmpeg's decoder compares them too, but fills a damaged
 * slice with the picture before and says nothing.
 */
final class Ffv1Slices {

    private static final int BYTES_OF_SIZE = 3;
    private static final int BYTES_OF_STATUS_AND_CHECKSUM = 5;
    private static final int FOOTER = BYTES_OF_SIZE + BYTES_OF_STATUS_AND_CHECKSUM;

    /** Of a slice together with its checksum. */
    private static final int REMAINDER = 0;

    private Ffv1Slices() {}

    /**
     * @param packet one frame, with checksums in every slice
     * @throws DamagedPictureException where a slice is not what was encoded
     */
    static void requireIntact(AVPacket packet) {
        int end = packet.size();
        while (end > 0) {
            int start = end - FOOTER - sizeBefore(packet, end);
            if (start < 0 || checksum(packet, start, end) != REMAINDER) {
                throw new DamagedPictureException(packet.pts());
            }
            end = start;
        }
    }

    /** The footer stands behind the slice, so that slices are found from the last to the first. */
    private static int sizeBefore(AVPacket packet, int end) {
        int size = 0;
        for (int i = Math.max(0, end - FOOTER); i < end - BYTES_OF_STATUS_AND_CHECKSUM; i++) {
            size = size << Byte.SIZE | (packet.data().get(i) & 0xff);
        }
        return size;
    }

    private static int checksum(AVPacket packet, int start, int end) {
        BytePointer slice = packet.data().getPointer(start);
        return av_crc(av_crc_get_table(AV_CRC_32_IEEE), 0, slice, end - start);
    }
}
