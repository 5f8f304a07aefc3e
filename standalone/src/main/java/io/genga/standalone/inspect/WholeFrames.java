package io.genga.standalone.inspect;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.FrameCopy;
import java.nio.ByteBuffer;

/**
 * What leaving out whole frames would save, as other programs do: those that are alike by the rule of FFmpeg's filter mpdecimate with its
 * defaults (hi 64·12, lo 64·5, frac 0.33; libavfilter/vf_mpdecimate.c) to the last one that was not left out. Not thread-safe.
 */
final class WholeFrames implements AutoCloseable {

    private static final int BLOCK = 8;
    private static final int STEP = 4;
    private static final int MOST_IN_A_BLOCK = 64 * 12;
    private static final int MUCH_IN_A_BLOCK = 64 * 5;
    private static final double MOST_BLOCKS_WITH_MUCH = 0.33;
    private static final int SIDE_OF_COUNTED_BLOCKS = 16;

    private final FramePool frames;
    private Frame kept;

    WholeFrames(FramePool frames) {
        this.frames = frames;
    }

    /**
     * Whether a frame is kept, as it shows another drawing.
     *
     * @param source the film's next frame, as it was decoded; stays the caller's
     */
    boolean keeps(Frame source) {
        if (kept == null) {
            kept = FrameCopy.of(source, source, frames);
            return true;
        }
        boolean differs = differs(source);
        if (differs) {
            FrameCopy.all(source, kept);
        }
        return differs;
    }

    private boolean differs(Frame source) {
        for (int plane = 0; plane < source.format().planes(); plane++) {
            if (differs(source, plane)) {
                return true;
            }
        }
        return false;
    }

    private boolean differs(Frame source, int plane) {
        FrameFormat format = source.format();
        int width = format.planeWidth(plane);
        int height = format.planeHeight(plane);
        int most = (int) ((width / SIDE_OF_COUNTED_BLOCKS) * (height / SIDE_OF_COUNTED_BLOCKS) * MOST_BLOCKS_WITH_MUCH);
        int found = 0;
        for (int y = 0; y <= height - BLOCK; y += STEP) {
            for (int x = BLOCK; x <= width - BLOCK; x += STEP) {
                int difference = difference(source, plane, x, y);
                found += difference > MUCH_IN_A_BLOCK ? 1 : 0;
                if (difference > MOST_IN_A_BLOCK || found > most) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The sum over a block, in steps of 8 bits. */
    private int difference(Frame source, int plane, int left, int top) {
        FrameFormat format = source.format();
        ByteBuffer one = source.plane(plane);
        ByteBuffer other = kept.plane(plane);
        int bytes = format.layout().bytesPerSample();
        int sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            int row = y * format.stride(plane);
            for (int x = left; x < left + BLOCK; x++) {
                int index = row + x * bytes;
                sum += bytes == 1
                        ? Math.abs(Byte.toUnsignedInt(one.get(index)) - Byte.toUnsignedInt(other.get(index)))
                        : Math.abs(
                                Short.toUnsignedInt(one.getShort(index)) - Short.toUnsignedInt(other.getShort(index)));
            }
        }
        return sum >> format.layout().bitDepth() - Byte.SIZE;
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }
}
