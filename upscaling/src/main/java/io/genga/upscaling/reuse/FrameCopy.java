package io.genga.upscaling.reuse;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.tile.Rectangle;
import java.nio.ByteBuffer;

/** Copies samples from frame to frame. */
public final class FrameCopy {

    private FrameCopy() {}

    /** @return a copy with the time stamp and colour of {@code like}; owned by the caller */
    public static Frame of(Frame frame, Frame like, FramePool pool) {
        Frame copy = pool.acquire(frame.format(), like.pts(), like.colour());
        all(frame, copy);
        return copy;
    }

    /** Copies all samples; both frames have the same format. */
    public static void all(Frame from, Frame to) {
        for (int plane = 0; plane < from.format().planes(); plane++) {
            to.plane(plane).put(from.plane(plane));
        }
    }

    /** Copies a part; both frames have the same format. */
    public static void part(Frame from, Rectangle part, Frame to) {
        FrameFormat format = from.format();
        int bytes = part.width() * format.layout().bytesPerSample();
        for (int plane = 0; plane < format.planes(); plane++) {
            ByteBuffer source = from.plane(plane);
            ByteBuffer target = to.plane(plane);
            for (int y = part.y(); y < part.bottom(); y++) {
                int offset =
                        y * format.stride(plane) + part.x() * format.layout().bytesPerSample();
                target.put(offset, source, offset, bytes);
            }
        }
    }

    /** Whether a part is equal in two frames of the same format, sample by sample. */
    public static boolean isEqual(Frame one, Frame other, Rectangle part) {
        FrameFormat format = one.format();
        int bytes = part.width() * format.layout().bytesPerSample();
        for (int plane = 0; plane < format.planes(); plane++) {
            ByteBuffer a = one.plane(plane);
            ByteBuffer b = other.plane(plane);
            for (int y = part.y(); y < part.bottom(); y++) {
                int offset =
                        y * format.stride(plane) + part.x() * format.layout().bytesPerSample();
                if (!a.slice(offset, bytes).equals(b.slice(offset, bytes))) {
                    return false;
                }
            }
        }
        return true;
    }
}
