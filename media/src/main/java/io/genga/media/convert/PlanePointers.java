package io.genga.media.convert;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout.Model;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** A frame's planes as FFmpeg wants them: arrays of addresses and strides, in FFmpeg's order of planes. */
final class PlanePointers implements AutoCloseable {

    /** What FFmpeg's functions read, whatever the format. */
    private static final int ARRAY_LENGTH = 4;

    /** FFmpeg keeps planar RGB as G, B, R; a {@link Frame} as R, G, B. */
    private static final int[] RGB_ORDER = {1, 2, 0};

    private static final int[] OWN_ORDER = {0, 1, 2};

    private final int[] order;
    private final PointerPointer<BytePointer> addresses = new PointerPointer<>(ARRAY_LENGTH);
    private final IntPointer strides = new IntPointer(new int[ARRAY_LENGTH]);

    PlanePointers(FrameFormat format) {
        order = format.layout().model() == Model.RGB ? RGB_ORDER : OWN_ORDER;
        for (int i = 0; i < ARRAY_LENGTH; i++) {
            addresses.put(i, null);
        }
        for (int i = 0; i < format.planes(); i++) {
            strides.put(i, format.stride(order[i]));
        }
    }

    /** Valid until the next call and while {@code frame} is open. */
    PointerPointer<BytePointer> addresses(Frame frame) {
        for (int i = 0; i < frame.format().planes(); i++) {
            addresses.put(i, new BytePointer(frame.plane(order[i])));
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
    }
}
