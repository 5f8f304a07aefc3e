package io.genga.media.convert;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout.Model;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Frames of one format, as swscale is shown them.
 *
 * @param frames what the frames are
 * @param shown what swscale takes them for
 */
record ConversionEnd(FrameFormat frames, FrameFormat shown, PlanePointers pointers) implements AutoCloseable {

    static ConversionEnd of(FrameFormat format) {
        if (format.layout().model() == Model.GREY) {
            return new ConversionEnd(format, NeutralChroma.coloured(format), NeutralChroma.pointers(format));
        }
        return new ConversionEnd(format, format, new PlanePointers(format));
    }

    /** Valid until the next call and while {@code frame} is open. */
    PointerPointer<BytePointer> addresses(Frame frame) {
        if (!frame.format().equals(frames)) {
            throw new IllegalArgumentException("a frame of " + frames + " was expected, not " + frame.format());
        }
        return pointers.addresses(frame);
    }

    IntPointer strides() {
        return pointers.strides();
    }

    @Override
    public void close() {
        pointers.close();
    }
}
