package io.genga.media.convert;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** A frame's planes as FFmpeg wants them: arrays of addresses and strides, in FFmpeg's order of planes. */
final class PlanePointers implements AutoCloseable {

    /** What FFmpeg's functions read, whatever the format. */
    private static final int ARRAY_LENGTH = 4;

    private final FrameFormat format;
    private final PointerPointer<BytePointer> addresses = new PointerPointer<>(ARRAY_LENGTH);
    private final IntPointer strides = new IntPointer(new int[ARRAY_LENGTH]);
    /** Null where the frame's planes are all there are. */
    private BytePointer appended;

    PlanePointers(FrameFormat format) {
        this.format = format;
        for (int i = 0; i < ARRAY_LENGTH; i++) {
            addresses.put(i, null);
        }
        for (int i = 0; i < format.planes(); i++) {
            strides.put(i, format.stride(PixelFormats.framePlane(format.layout(), i)));
        }
    }

    /** Adds planes behind those of the frame: the memory stays reachable as long as this object. */
    PlanePointers append(int count, BytePointer samples, int stride) {
        appended = samples;
        for (int i = format.planes(); i < format.planes() + count; i++) {
            addresses.put(i, appended);
            strides.put(i, stride);
        }
        return this;
    }

    /** Valid until the next call and while {@code frame} is open. */
    PointerPointer<BytePointer> addresses(Frame frame) {
        for (int i = 0; i < format.planes(); i++) {
            addresses.put(i, new BytePointer(frame.plane(PixelFormats.framePlane(format.layout(), i))));
        }
        return addresses;
    }

    IntPointer strides() {
        return strides;
    }

    @Override
    public void close() {
        addresses.close();
        strides.close();
        if (appended != null) {
            appended.close();
        }
    }
}
