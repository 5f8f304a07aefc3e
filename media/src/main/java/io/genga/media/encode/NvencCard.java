package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOSYS;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EPERM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Whether this machine has a graphics card that encodes, found out by opening its encoder: FFmpeg has it by name on any machine. */
final class NvencCard {

    static {
        FfmpegLog.silence();
    }

    /** No card refuses pictures of this size. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 360;

    private NvencCard() {}

    /** What is missing, as the rest of a sentence; empty where the encoder opens. */
    static Optional<String> missing(NvencConfiguration configuration) {
        AVCodec codec = avcodec_find_encoder_by_name(configuration.codecName());
        if (codec == null) {
            return Optional.of("this build of FFmpeg has no encoder " + configuration.codecName());
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            context.width(WIDTH).height(HEIGHT).pix_fmt(AV_PIX_FMT_YUV420P);
            context.time_base(AvRationals.of(new Rational(1, 30)));
            int result = avcodec_open2(context, codec, (AVDictionary) null);
            return result < 0 ? Optional.of(reason(result)) : Optional.empty();
        } finally {
            avcodec_free_context(context);
        }
    }

    private static String reason(int error) {
        if (error == AVERROR_EPERM()) {
            return "NVIDIA's driver is not there (libcuda.so.1 and libnvidia-encode.so.1; in containers the driver capability 'video')";
        }
        if (error == AVERROR_ENOSYS()) {
            return "NVIDIA's driver is too old, or no card here can write this";
        }
        return "no card here can write this (" + FfmpegCall.describe(error) + ")";
    }
}
