package io.genga.media.index;

import static org.bytedeco.ffmpeg.avcodec.AVCodecParserContext.PARSER_FLAG_COMPLETE_FRAMES;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_BOTTOM_FIELD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_TOP_FIELD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PICTURE_STRUCTURE_UNKNOWN;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_close;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_parser_parse2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import io.genga.media.ffmpeg.FfmpegCall;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Tells which packets hold but the second field of the picture before: in H.264 each field may be coded by itself (ITU-T H.264, 7.4.3:
 * {@code field_pic_flag}), and broadcasts have each in a packet of its own. Sees a stream's packets in their order; not thread-safe.
 */
final class FieldPairs implements AutoCloseable {

    private final AVCodecContext context;
    private final AVCodecParserContext parser;
    /** FFmpeg's name of the field whose other is awaited. */
    private int awaiting = AV_PICTURE_STRUCTURE_UNKNOWN;

    private FieldPairs(AVCodecContext context, AVCodecParserContext parser) {
        this.context = context;
        this.parser = parser;
    }

    /** @return empty of a codec whose packets hold whole pictures: FFmpeg's parser of MPEG-2 joins fields itself */
    static Optional<FieldPairs> in(AVCodecParameters stream) {
        if (stream.codec_id() != AV_CODEC_ID_H264) {
            return Optional.empty();
        }
        AVCodecContext context = avcodec_alloc_context3(null);
        AVCodecParserContext parser = av_parser_init(AV_CODEC_ID_H264);
        FieldPairs pairs = new FieldPairs(context, parser);
        try {
            FfmpegCall.check(avcodec_parameters_to_context(context, stream), "describing the stream");
            parser.flags(parser.flags() | PARSER_FLAG_COMPLETE_FRAMES);
            return Optional.of(pairs);
        } catch (RuntimeException e) {
            pairs.close();
            throw e;
        }
    }

    /** @param packet the next of the stream; stays the caller's */
    boolean isSecond(AVPacket packet) {
        parse(packet);
        int structure = parser.picture_structure();
        boolean second = awaiting == otherThan(structure) && parser.field_order() != AV_FIELD_UNKNOWN;
        awaiting = second ? AV_PICTURE_STRUCTURE_UNKNOWN : structure;
        return second;
    }

    private void parse(AVPacket packet) {
        try (BytePointer bytes = new BytePointer();
                IntPointer size = new IntPointer(1)) {
            av_parser_parse2(
                    parser,
                    context,
                    bytes,
                    size,
                    packet.data(),
                    packet.size(),
                    packet.pts(),
                    packet.dts(),
                    packet.pos());
        }
    }

    /** Of no field, a value that none has. */
    private static int otherThan(int structure) {
        if (structure == AV_PICTURE_STRUCTURE_TOP_FIELD) {
            return AV_PICTURE_STRUCTURE_BOTTOM_FIELD;
        }
        return structure == AV_PICTURE_STRUCTURE_BOTTOM_FIELD ? AV_PICTURE_STRUCTURE_TOP_FIELD : -1;
    }

    @Override
    public void close() {
        av_parser_close(parser);
        avcodec_free_context(context);
    }
}
