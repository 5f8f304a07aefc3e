package io.genga.media.cut;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import io.genga.media.ffmpeg.FfmpegCall;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * Writes one video stream into a NUT file. The same packets make the same bytes. NUT holds no time below zero and no DTS but
 * in its seek points, so the DTS are only kept rising here. Not thread-safe.
 */
final class NutWriter implements AutoCloseable {

    private final Path file;
    private final AVFormatContext context;
    private final AVStream source;
    private final AVPacket scratch = av_packet_alloc();
    private long previousDts = -1;

    private NutWriter(Path file, AVFormatContext context, AVStream source) {
        this.file = file;
        this.context = context;
        this.source = source;
    }

    /** @param source whose packets will be written; must stay open as long as this writer */
    static NutWriter create(Path file, AVStream source) {
        AVFormatContext context = new AVFormatContext(null);
        FfmpegCall.check(
                avformat_alloc_output_context2(context, null, "nut", file.toString()), "preparing to write " + file);
        NutWriter writer = new NutWriter(file, context, source);
        try {
            writer.writeHeader();
            return writer;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    private void writeHeader() {
        context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
        context.avoid_negative_ts(AVFMT_AVOID_NEG_TS_DISABLED);
        AVStream stream = avformat_new_stream(context, null);
        FfmpegCall.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), "describing " + file);
        stream.codecpar().codec_tag(0);
        stream.time_base(source.time_base());
        AVIOContext output = new AVIOContext(null);
        FfmpegCall.check(avio_open(output, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE), "creating " + file);
        context.pb(output);
        FfmpegCall.check(avformat_write_header(context, (AVDictionary) null), "writing the header of " + file);
    }

    /** @param packet stays the caller's, unchanged */
    void write(AVPacket packet) {
        FfmpegCall.check(av_packet_ref(scratch, packet), "copying a packet to " + file);
        try {
            AVStream stream = context.streams(0);
            scratch.stream_index(0);
            scratch.pos(-1);
            av_packet_rescale_ts(scratch, source.time_base(), stream.time_base());
            // An unknown DTS is the lowest number there is.
            previousDts = Math.max(previousDts + 1, scratch.dts());
            scratch.dts(previousDts);
            FfmpegCall.check(av_write_frame(context, scratch), "writing " + file);
        } finally {
            av_packet_unref(scratch);
        }
    }

    /** Completes the file; what is written is whole only after this. */
    void finish() {
        FfmpegCall.check(av_write_trailer(context), "completing " + file);
    }

    @Override
    public void close() {
        av_packet_free(scratch);
        AVIOContext output = context.pb();
        if (output != null) {
            avio_closep(output);
            context.pb(null);
        }
        avformat_free_context(context);
    }
}
