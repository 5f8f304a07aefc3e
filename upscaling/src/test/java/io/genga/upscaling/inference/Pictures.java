package io.genga.upscaling.inference;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;
import java.util.Random;

/** Frames with a known content, and single samples of frames. */
public final class Pictures {

    static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "pc", "left");
    static final long PTS = 1234;

    /** A picture as a function of the place, in 0 to the layout's largest value. */
    public interface Content {
        int sample(int plane, int x, int y);
    }

    private Pictures() {}

    public static Frame of(PixelLayout layout, int width, int height, FramePool pool, Content content) {
        Frame frame = pool.acquire(new FrameFormat(layout, width, height), PTS, COLOUR);
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    put(frame, plane, x, y, content.sample(plane, x, y));
                }
            }
        }
        return frame;
    }

    /** No two samples alike but by chance: the worst for a border that shows. */
    public static Frame noise(PixelLayout layout, int width, int height, FramePool pool) {
        Random random = new Random(20261123);
        return of(layout, width, height, pool, (plane, x, y) -> random.nextInt(layout.maxValue() + 1));
    }

    /** Flat colours within dark lines, as cels have them. */
    public static Frame drawing(PixelLayout layout, int width, int height, FramePool pool) {
        int max = layout.maxValue();
        return of(layout, width, height, pool, (plane, x, y) -> {
            double distance = Math.hypot(x - width * 0.4, y - height * 0.5) / Math.max(width, height);
            boolean line = Math.abs(distance - 0.25) < 0.02 || Math.abs(x - 2 * y) < 2;
            int flat = distance < 0.25 ? max - plane * max / 4 : max / 5 + plane * max / 6;
            return line ? max / 20 : flat;
        });
    }

    public static int sample(Frame frame, int plane, int x, int y) {
        ByteBuffer rows = frame.plane(plane);
        int position = position(frame, plane, x, y);
        return frame.format().layout().bytesPerSample() == 1
                ? Byte.toUnsignedInt(rows.get(position))
                : Short.toUnsignedInt(rows.getShort(position));
    }

    /** The largest difference of any two samples at the same place. */
    public static int largestDifference(Frame one, Frame other) {
        if (!one.format().equals(other.format())) {
            throw new IllegalArgumentException(one.format() + " is not " + other.format());
        }
        int largest = 0;
        for (int plane = 0; plane < one.format().planes(); plane++) {
            for (int y = 0; y < one.format().height(); y++) {
                for (int x = 0; x < one.format().width(); x++) {
                    largest = Math.max(largest, Math.abs(sample(one, plane, x, y) - sample(other, plane, x, y)));
                }
            }
        }
        return largest;
    }

    private static void put(Frame frame, int plane, int x, int y, int value) {
        ByteBuffer rows = frame.plane(plane);
        int position = position(frame, plane, x, y);
        if (frame.format().layout().bytesPerSample() == 1) {
            rows.put(position, (byte) value);
        } else {
            rows.putShort(position, (short) value);
        }
    }

    private static int position(Frame frame, int plane, int x, int y) {
        return y * frame.format().stride(plane) + x * frame.format().layout().bytesPerSample();
    }
}
