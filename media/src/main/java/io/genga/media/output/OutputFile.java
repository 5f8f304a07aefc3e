package io.genga.media.output;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_AUTO_BSF;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * A local file that is being muxed: the same streams and packets give the same bytes, without dates or random numbers, and
 * time stamps are written as they are, never shifted. Not thread-safe.
 *
 * <p>In this order: {@link #addStream} and describe, {@link #writeHeader}, {@link #write}, {@link #finish}. Whatever else
 * happens, {@link #close}; a file that was not finished is no good.
 */
public final class OutputFile implements AutoCloseable {

    static {
        FfmpegLog.silence();
    }

    private final Path file;
    private final AVFormatContext context;

    private OutputFile(Path file, AVFormatContext context) {
        this.file = file;
        this.context = context;
    }

    /**
     * Replaces {@code file} where it exists.
     *
     * @param muxer FFmpeg's name, for example {@code nut}
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be written or there is no such muxer
     */
    public static OutputFile create(Path file, String muxer) {
        // The prefix keeps FFmpeg from reading a protocol into the file's name.
        String url = "file:" + file.toAbsolutePath();
        AVFormatContext context = new AVFormatContext(null);
        FfmpegCall.check(avformat_alloc_output_context2(context, null, muxer, url), "writing " + muxer);
        context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
        context.avoid_negative_ts(AVFMT_AVOID_NEG_TS_DISABLED);
        AVIOContext bytes = new AVIOContext(null);
        int result = avio_open2(bytes, url, AVIO_FLAG_WRITE, null, (AVDictionary) null);
        if (result < 0) {
            avformat_free_context(context);
        }
        FfmpegCall.check(result, "creating " + file);
        context.pb(bytes);
        return new OutputFile(file, context);
    }

    /** Owned by this file: not to be used after {@link #close}, nor freed. */
    public AVFormatContext context() {
        return context;
    }

    /** Sets a tag of the whole file, before the header is written. */
    public void setTag(String key, String value) {
        AVDictionary tags = Dictionaries.handle(context.metadata());
        Dictionaries.set(tags, key, value);
        context.metadata(tags);
    }

    /** Owned by this file: not to be used after {@link #close}, nor freed. */
    public AVStream addStream() {
        return avformat_new_stream(context, null);
    }

    /** Owned by this file: not to be used after {@link #close}, nor freed. */
    public AVStream stream(int index) {
        return context.streams(index);
    }

    /**
     * The muxer may change the streams' time bases by this: packets are to have the new ones.
     *
     * @param options of the muxer; every one must be known to it
     */
    public void writeHeader(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            FfmpegCall.check(avformat_write_header(context, dictionary), "writing the header of " + file);
            // FFmpeg's muxer for MP4 takes it back where the header waits for packets, though AAC of transport streams
            // needs it.
            context.flags(context.flags() | AVFMT_FLAG_AUTO_BSF);
        } finally {
            av_dict_free(dictionary);
        }
    }

    /** @param packet in its stream's time base; blank afterwards, and still the caller's to free */
    public void write(AVPacket packet) {
        FfmpegCall.check(av_interleaved_write_frame(context, packet), "writing " + file);
    }

    /** @throws io.genga.media.ffmpeg.FfmpegException where not every byte reached the file */
    public void finish() {
        FfmpegCall.check(av_write_trailer(context), "finishing " + file);
        FfmpegCall.check(closeBytes(), "closing " + file);
    }

    private int closeBytes() {
        AVIOContext bytes = context.pb();
        context.pb(null);
        return bytes == null ? 0 : avio_closep(bytes);
    }

    @Override
    public void close() {
        closeBytes();
        avformat_free_context(context);
    }
}
