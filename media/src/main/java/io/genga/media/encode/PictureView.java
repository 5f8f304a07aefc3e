package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Shows a {@link Frame}'s memory to an encoder. Since the view does not own the memory, FFmpeg copies it before the call
 * that gets the view returns.
 */
final class PictureView implements AutoCloseable {

    private final FrameFormat format;
    private final AVFrame view = av_frame_alloc();
    /** Null where the encoder takes pictures as frames have them. */
    private final InputLayout inputLayout;

    /** @param inputFormat FFmpeg's name of the pixel format that the encoder takes */
    PictureView(FrameFormat format, String inputFormat) {
        this.format = format;
        boolean same = inputFormat.equals(PixelFormats.nameOf(format.layout()));
        this.inputLayout = same ? null : new InputLayout(format, inputFormat);
        view.width(format.width());
        view.height(format.height());
        view.format(PixelFormats.codeOf(format.layout()));
        for (int plane = 0; plane < format.planes(); plane++) {
            view.linesize(plane, format.stride(plane));
        }
    }

    /** Valid until the next call and while {@code frame} is open. */
    AVFrame of(Frame frame, int pictureType) {
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame of " + format + " was expected, not " + frame.format());
        }
        for (int plane = 0; plane < format.planes(); plane++) {
            view.data(plane, new BytePointer(frame.plane(PixelFormats.framePlane(format.layout(), plane))));
        }
        view.pts(frame.pts()).pict_type(pictureType);
        return inputLayout == null ? view : inputLayout.of(view);
    }

    @Override
    public void close() {
        if (inputLayout != null) {
            inputLayout.close();
        }
        av_frame_free(view);
    }
}
