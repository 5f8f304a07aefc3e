package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The version of x264, which it tells only in what it encodes: a message in front of the first picture. */
final class X264Version {

    private static final Pattern MESSAGE = Pattern.compile("x264 - core (\\d+[ \\w]*?) - ");
    private static final int SIDE = 16;
    private static final int END_OF_ROW_ALIGNMENT = 0;

    private X264Version() {}

    /** For example {@code libx264 165 r3222 b35605a}. */
    static String read() {
        AVCodec codec = avcodec_find_encoder_by_name("libx264");
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        AVFrame picture = av_frame_alloc();
        try {
            open(context, codec);
            encodeOne(context, picture, packet);
            return versionIn(packet);
        } finally {
            av_frame_free(picture);
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }

    private static void open(AVCodecContext context, AVCodec codec) {
        context.width(SIDE).height(SIDE).pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base(AvRationals.of(new Rational(1, 1)));
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "preset", "ultrafast", 0);
        av_dict_set(options, "tune", "zerolatency", 0);
        try {
            FfmpegCall.check(avcodec_open2(context, codec, options), "asking x264 for its version");
        } finally {
            av_dict_free(options);
        }
    }

    private static void encodeOne(AVCodecContext context, AVFrame picture, AVPacket packet) {
        picture.width(SIDE).height(SIDE).format(AV_PIX_FMT_YUV420P).pts(0);
        FfmpegCall.check(av_frame_get_buffer(picture, END_OF_ROW_ALIGNMENT), "allocating a picture");
        FfmpegCall.check(avcodec_send_frame(context, picture), "encoding a picture");
        FfmpegCall.check(avcodec_send_frame(context, null), "encoding a picture");
        FfmpegCall.check(avcodec_receive_packet(context, packet), "encoding a picture");
    }

    private static String versionIn(AVPacket packet) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        Matcher message = MESSAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!message.find()) {
            throw new IncapableEncoderException("x264 does not tell its version: this build cannot be pinned");
        }
        return "libx264 " + message.group(1);
    }
}
