package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.SizeTPointer;

/** Whether a film is encrypted: WebM says so in a stream's header, MP4 (ISO/IEC 23001-7) at its packets. */
final class EncryptionRule {

    private EncryptionRule() {}

    /**
     * Reads up to the first packet of the video stream.
     *
     * @throws RefusedMediaException where the film is encrypted, or cannot be read so far
     */
    static void check(InputFile input, int videoStream, String displayName) {
        if (SourceStreams.tag(input.stream(videoStream), "enc_key_id") != null
                || isFirstPacketEncrypted(input, videoStream, displayName)) {
            throw new RefusedMediaException(displayName, "is encrypted", "decrypt it first");
        }
    }

    private static boolean isFirstPacketEncrypted(InputFile input, int videoStream, String displayName) {
        AVPacket packet = av_packet_alloc();
        try {
            while (input.read(packet)) {
                if (packet.stream_index() == videoStream) {
                    return isEncrypted(packet);
                }
            }
            throw new RefusedMediaException(displayName, "has no pictures", "copy it again");
        } catch (FfmpegException e) {
            throw new RefusedMediaException(displayName, "cannot be read from its beginning", "copy it again", e);
        } finally {
            av_packet_free(packet);
        }
    }

    private static boolean isEncrypted(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            return av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, size) != null;
        }
    }
}
