package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_version;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.request.EncoderSettings;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.ColourCodes;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import io.genga.media.ffmpeg.HdrSideData;
import io.genga.media.output.NutFile;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** An encoder of FFmpeg, ready for the first picture. Not thread-safe. */
final class OpenEncoder implements AutoCloseable {

    static {
        FfmpegLog.silence();
    }

    private final PlannedEncoder pinned;
    private final AVCodecContext context;
    private final DecodingTimes times;

    private OpenEncoder(PlannedEncoder pinned, AVCodecContext context) {
        this.pinned = pinned;
        this.context = context;
        this.times = new DecodingTimes(pinned.reorderDepth());
    }

    /** @throws IncapableEncoderException where this machine has no such encoder, or it refuses such pictures */
    static OpenEncoder open(EncoderSettings settings, PictureProperties picture, int threads) {
        CodecConfiguration configuration = CodecConfiguration.of(settings);
        AVCodec codec = avcodec_find_encoder_by_name(configuration.codecName());
        if (codec == null) {
            throw new IncapableEncoderException("this build of FFmpeg has no encoder " + configuration.codecName()
                    + ": run a worker with the build that has it, or choose another encoder");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            describe(context, picture);
            context.pix_fmt(
                    av_get_pix_fmt(configuration.inputFormat(picture.format().layout())));
            context.thread_count(threads);
            configuration.configure(context);
            open(context, codec, configuration, picture);
            return new OpenEncoder(pin(settings, configuration, context, threads), context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    private static void describe(AVCodecContext context, PictureProperties picture) {
        context.width(picture.width());
        context.height(picture.height());
        context.time_base(AvRationals.of(picture.timeBase()));
        context.sample_aspect_ratio(AvRationals.of(picture.sampleAspectRatio()));
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        ColourCodes.of(picture.colour()).writeTo(context);
        if (picture.hdr() != null) {
            HdrSideData.writeTo(context, picture.hdr());
        }
    }

    private static void open(
            AVCodecContext context, AVCodec codec, CodecConfiguration configuration, PictureProperties picture) {
        AVDictionary options = new AVDictionary(null);
        configuration
                .options(picture, context.thread_count())
                .forEach((key, value) -> av_dict_set(options, key, value, 0));
        try {
            int result = avcodec_open2(context, codec, options);
            if (result < 0) {
                throw new IncapableEncoderException("encoder " + configuration.codecName() + " refuses pictures of "
                        + picture + " (" + FfmpegCall.describe(result)
                        + "): choose another encoder, a network that enlarges less, or another height");
            }
        } finally {
            av_dict_free(options);
        }
    }

    private static PlannedEncoder pin(
            EncoderSettings settings, CodecConfiguration configuration, AVCodecContext context, int threads) {
        int version = avcodec_version();
        String library = configuration.library() + ", libavcodec " + (version >> 16) + "." + (version >> 8 & 0xff) + "."
                + (version & 0xff);
        byte[] parameterSets = new byte[context.extradata_size()];
        if (parameterSets.length > 0) {
            context.extradata().get(parameterSets);
        }
        return new PlannedEncoder(
                settings, library, threads, configuration.reorderDepth(context), Sha256.of(parameterSets));
    }

    /** What a plan must pin for this encoder to give the same again. */
    PlannedEncoder pinned() {
        return pinned;
    }

    /** FFmpeg's name of the pixel format in which it takes pictures. */
    String inputFormat() {
        return av_get_pix_fmt_name(context.pix_fmt()).getString();
    }

    /** Owned by this encoder: not to be used after {@link #close}, nor freed. */
    AVCodecContext context() {
        return context;
    }

    /**
     * @param picture the next in order of presentation; stays the caller's
     * @param purpose for messages
     */
    void send(AVFrame picture, String purpose) {
        times.present(picture.pts());
        FfmpegCall.check(avcodec_send_frame(context, picture), purpose);
    }

    /** After the last picture. */
    void sendEnd(String purpose) {
        FfmpegCall.check(avcodec_send_frame(context, null), purpose);
    }

    /**
     * Moves what has been encoded into a file.
     *
     * @param packet blank before and after
     * @param target for messages
     */
    void writePackets(NutFile nut, AVPacket packet, Path target) {
        while (true) {
            int result = avcodec_receive_packet(context, packet);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
                return;
            }
            FfmpegCall.check(result, "encoding " + target);
            packet.dts(times.next());
            nut.write(packet);
        }
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
