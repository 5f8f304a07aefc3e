package io.genga.media.intermediate;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import java.util.Optional;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * FFmpeg's {@code bwdif} (the Bob Weaver filter, after the BBC's w3fdif and yadif): makes a whole picture out of the first field of
 * each, so that as many come out as go in, each at its time. Not thread-safe.
 */
final class Deinterlacer implements AutoCloseable {

    private static final String ONE_PICTURE_EACH = "mode=send_frame:deint=all:parity=";

    private final AVRational timeBase;
    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext entrance;
    private final AVFilterContext exit;
    private final AVFrame picture = av_frame_alloc();

    /**
     * @param first of the pictures; stays the caller's
     * @param timeBase of all their time stamps
     */
    Deinterlacer(AVFrame first, Rational timeBase, FieldOrder order) {
        this.timeBase = AvRationals.of(timeBase);
        try {
            this.entrance = add("buffer", describe(first, timeBase));
            AVFilterContext filter = add("bwdif", ONE_PICTURE_EACH + parity(order));
            this.exit = add("buffersink", null);
            FfmpegCall.check(avfilter_link(entrance, 0, filter, 0), "linking filters");
            FfmpegCall.check(avfilter_link(filter, 0, exit, 0), "linking filters");
            FfmpegCall.check(avfilter_graph_config(graph, null), "setting up the deinterlacer");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private AVFilterContext add(String name, String options) {
        AVFilterContext filter = avfilter_graph_alloc_filter(graph, avfilter_get_by_name(name), name);
        FfmpegCall.check(avfilter_init_str(filter, options), "setting up the filter " + name);
        return filter;
    }

    private static String parity(FieldOrder order) {
        return switch (order) {
            case TOP_FIRST -> "tff";
            case BOTTOM_FIRST -> "bff";
        };
    }

    private static String describe(AVFrame picture, Rational timeBase) {
        return "width=" + picture.width() + ":height=" + picture.height() + ":time_base=" + timeBase + ":pix_fmt="
                + av_get_pix_fmt_name(picture.format()).getString() + ":colorspace="
                + av_color_space_name(picture.colorspace()).getString() + ":range="
                + av_color_range_name(picture.color_range()).getString();
    }

    /** @param woven the next picture in order of presentation; stays the caller's, but blank */
    void add(AVFrame woven) {
        FfmpegCall.check(av_buffersrc_add_frame(entrance, woven), "deinterlacing");
    }

    /** After the last picture. */
    void finish() {
        FfmpegCall.check(av_buffersrc_add_frame(entrance, null), "deinterlacing");
    }

    /** The next whole picture, valid until the next call; empty where more must be added first, or after the last. */
    Optional<AVFrame> next() {
        av_frame_unref(picture);
        int result = av_buffersink_get_frame(exit, picture);
        if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) {
            return Optional.empty();
        }
        FfmpegCall.check(result, "deinterlacing");
        return Optional.of(picture.pts(av_rescale_q(picture.pts(), av_buffersink_get_time_base(exit), timeBase)));
    }

    @Override
    public void close() {
        av_frame_free(picture);
        avfilter_graph_free(graph);
    }
}
