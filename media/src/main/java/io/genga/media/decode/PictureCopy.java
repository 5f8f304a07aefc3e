package io.genga.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Takes decoded pictures out of FFmpeg's hands. */
public final class PictureCopy {

    private PictureCopy() {}

    /**
     * @param picture of the size and pixel format of {@code format}; stays the caller's
     * @return with the picture's time stamp; owned by the caller
     */
    public static Frame of(AVFrame picture, FrameFormat format, ColourTags colour, FramePool pool) {
        Frame frame = pool.acquire(format, picture.pts(), colour);
        for (int plane = 0; plane < format.planes(); plane++) {
            int target = PixelFormats.framePlane(format.layout(), plane);
            av_image_copy_plane(
                    new BytePointer(frame.plane(target)),
                    format.stride(target),
                    picture.data(plane),
                    picture.linesize(plane),
                    format.planeWidth(plane) * format.layout().bytesPerSample(),
                    format.planeHeight(plane));
        }
        return frame;
    }
}
