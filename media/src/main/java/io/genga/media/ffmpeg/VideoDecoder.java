package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_FRAME;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FFV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes one video stream, with every error fatal, and every picture that FFmpeg could only guess at, too. The pictures do
 * not depend on the number of threads. Not thread-safe.
 */
public final class VideoDecoder implements AutoCloseable {

    /** How the decoder reacts to what it could get over. */
    public enum Strictness {
        /** Real films break rules that do not matter to the picture. */
        AS_FAR_AS_PICTURES_ARE_WHOLE,
        /** As the one above, on one thread: what is left of a damaged film may depend on their number. */
        WHAT_IS_LEFT,
        /** For what this project encoded itself. */
        EVERY_RULE
    }

    /** Where packets of the stream come from. */
    @FunctionalInterface
    public interface PacketSource {

        /** @return false where there are no more, with {@code packet} as it was or blank */
        boolean read(AVPacket packet);
    }

    /** Each more frame thread holds one more picture. */
    private static final int THREADS = 2;

    private static final int ALL_ERRORS_FATAL = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    private static final AVPacket END_OF_STREAM = null;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    /** Null of codecs in which every packet is coded. */
    private final HeldPictures held;

    private VideoDecoder(AVCodecContext context) {
        this.context = context;
        this.held = context.codec_id() == AV_CODEC_ID_MPEG4 ? new HeldPictures() : null;
    }

    /** @throws io.genga.media.ffmpeg.FfmpegException where there is no such decoder, or it refuses the stream */
    public static VideoDecoder open(AVCodecParameters parameters, Strictness strictness) {
        AVCodec codec = decoderOf(parameters.codec_id());
        if (codec == null) {
            throw new IllegalArgumentException("this build of FFmpeg cannot decode "
                    + avcodec_get_name(parameters.codec_id()).getString());
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            FfmpegCall.check(avcodec_parameters_to_context(context, parameters), "describing the stream");
            context.thread_count(strictness == Strictness.WHAT_IS_LEFT ? 1 : THREADS);
            context.thread_type(FF_THREAD_FRAME | FF_THREAD_SLICE);
            if (strictness == Strictness.EVERY_RULE) {
                context.err_recognition(ALL_ERRORS_FATAL);
            }
            FfmpegCall.check(avcodec_open2(context, codec, (AVDictionary) null), "opening the decoder");
            return new VideoDecoder(context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    /** FFmpeg's own decoder for AV1 needs a graphics card; the libraries do not. */
    private static AVCodec decoderOf(int codec) {
        AVCodec found = null;
        if (codec == AV_CODEC_ID_AV1) {
            found = avcodec_find_decoder_by_name("libdav1d");
            found = found == null ? avcodec_find_decoder_by_name("libaom-av1") : found;
        }
        return found == null ? avcodec_find_decoder(codec) : found;
    }

    /**
     * @param source asked for packets as needed
     * @return the next picture in the order of presentation, valid until the next call; {@code null} after the last
     * @throws io.genga.media.ffmpeg.FfmpegException where a packet cannot be decoded
     * @throws DamagedPictureException where a picture was decoded in part
     */
    public AVFrame next(PacketSource source) {
        return held == null ? nextDecoded(source) : held.next(() -> nextDecoded(source));
    }

    private AVFrame nextDecoded(PacketSource source) {
        while (true) {
            int result = avcodec_receive_frame(context, picture);
            if (result == AVERROR_EOF) {
                return null;
            }
            if (result == AVERROR_EAGAIN()) {
                feed(source);
            } else {
                FfmpegCall.check(result, "decoding");
                requireWhole(picture);
                return picture;
            }
        }
    }

    private void feed(PacketSource source) {
        boolean more = source.read(packet);
        if (more && context.codec_id() == AV_CODEC_ID_FFV1 && context.extradata_size() > 0) { // version 3, not 0 or 1
            Ffv1Slices.requireIntact(packet);
        }
        if (held != null) {
            expect(more);
        }
        FfmpegCall.check(avcodec_send_packet(context, more ? packet : END_OF_STREAM), "decoding");
    }

    private void expect(boolean more) {
        if (more) {
            held.expect(packet);
        } else {
            held.expectNoMore();
        }
    }

    private static void requireWhole(AVFrame picture) {
        if (picture.decode_error_flags() != 0 || (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
            throw new DamagedPictureException(picture.pts());
        }
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
        av_packet_free(packet);
        av_frame_free(picture);
        avcodec_free_context(context);
    }
}
