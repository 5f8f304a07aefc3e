package io.genga.media.intermediate;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.PacketSource;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What is left of a damaged stream: those of its pictures that the decoder takes for whole. One that builds upon a damaged one may
 * show traces of it, up to the next key picture. Not thread-safe.
 */
public final class SalvagedPictures implements AutoCloseable {

    /** Of a decoder that gets no more packets. */
    private static final int MOST_FAILURES_AT_THE_END = 64;

    private final VideoDecoder decoder;
    private final FrameFormat format;
    private boolean ended;

    /**
     * @param format of the pictures; others are damaged
     * @throws FfmpegException where there is no such decoder, or it refuses the stream
     */
    public SalvagedPictures(AVCodecParameters stream, FrameFormat format) {
        this.decoder = VideoDecoder.open(stream, Strictness.WHAT_IS_LEFT);
        this.format = format;
    }

    /**
     * @param packets of the stream; asked as needed
     * @return the next whole picture, not necessarily of a later time, valid until the next call; {@code null} after the last
     */
    public AVFrame next(PacketSource packets) {
        int failures = 0;
        while (failures < MOST_FAILURES_AT_THE_END) {
            try {
                AVFrame picture = decoder.next(packet -> read(packets, packet));
                if (picture == null || isOfFormat(picture)) {
                    return picture;
                }
            } catch (DamagedPictureException | FfmpegException e) {
                failures += ended ? 1 : 0;
            }
        }
        return null;
    }

    private boolean read(PacketSource packets, AVPacket packet) {
        ended = !packets.read(packet);
        return !ended;
    }

    /** An unknown time stamp is the lowest number there is. */
    private boolean isOfFormat(AVFrame picture) {
        String pixelFormat = av_get_pix_fmt_name(picture.format()).getString();
        return picture.pts() >= 0
                && picture.width() == format.width()
                && picture.height() == format.height()
                && PixelFormats.layoutOf(pixelFormat).equals(Optional.of(format.layout()));
    }

    @Override
    public void close() {
        decoder.close();
    }
}
