package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.swscale.SWS_POINT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;

/** The same samples in another order and alignment, as an encoder wants them: see {@link CodecConfiguration#inputFormat}. Not thread-safe. */
final class InputLayout implements AutoCloseable {

    private static final int ALIGNMENT_OF_THIS_PROCESSOR = 0;
    private static final SwsFilter NO_FILTER = null;
    private static final DoublePointer NO_PARAMETERS = null;

    private final FrameFormat format;
    private final AVFrame picture = av_frame_alloc();
    private final SwsContext context;

    /** @param pixelFormat FFmpeg's name of one with the same components, subsampling and depth as {@code format} */
    InputLayout(FrameFormat format, String pixelFormat) {
        this.format = format;
        int width = format.width();
        int height = format.height();
        int target = av_get_pix_fmt(pixelFormat);
        picture.width(width).height(height).format(target);
        FfmpegCall.check(av_frame_get_buffer(picture, ALIGNMENT_OF_THIS_PROCESSOR), "allocating a picture");
        int source = PixelFormats.codeOf(format.layout());
        this.context = sws_getContext(
                width, height, source, width, height, target, SWS_POINT, NO_FILTER, NO_FILTER, NO_PARAMETERS);
    }

    /** @return with time stamp and type of {@code planar}; valid until the next call */
    AVFrame of(AVFrame planar) {
        FfmpegCall.check(av_frame_make_writable(picture), "allocating a picture");
        int rows = sws_scale(
                context, planar.data(), planar.linesize(), 0, format.height(), picture.data(), picture.linesize());
        FfmpegCall.check(rows, "laying out frame " + planar.pts());
        return picture.pts(planar.pts()).pict_type(planar.pict_type());
    }

    @Override
    public void close() {
        av_frame_free(picture);
        sws_freeContext(context);
    }
}
