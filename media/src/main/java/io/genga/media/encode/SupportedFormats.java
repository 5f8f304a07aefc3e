package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_PIX_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.media.ffmpeg.FfmpegCall;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** The pixel formats that an encoder says it takes. */
final class SupportedFormats {

    private static final int NO_FLAGS = 0;

    private SupportedFormats() {}

    /** @return FFmpeg's names; empty where this build of FFmpeg has no such encoder */
    static List<String> of(String codecName) {
        AVCodec codec = avcodec_find_encoder_by_name(codecName);
        if (codec == null) {
            return List.of();
        }
        try (PointerPointer<IntPointer> list = new PointerPointer<>(1);
                IntPointer count = new IntPointer(1)) {
            FfmpegCall.check(
                    avcodec_get_supported_config(null, codec, AV_CODEC_CONFIG_PIX_FORMAT, NO_FLAGS, list, count),
                    "asking " + codecName + " for its pixel formats");
            IntPointer formats = list.get(IntPointer.class);
            return IntStream.range(0, count.get())
                    .mapToObj(i -> av_get_pix_fmt_name(formats.get(i)).getString())
                    .toList();
        }
    }
}
