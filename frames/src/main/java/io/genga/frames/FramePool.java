package io.genga.frames;

import io.genga.contracts.plan.ColourTags;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Frames to be used again and again, since the memory outside the heap is costly to get and late to be freed. Safe for use by
 * several threads.
 */
public final class FramePool {

    private final Map<FrameFormat, Deque<Frame>> idle = new HashMap<>();
    private int created;

    /**
     * A frame whose samples are whatever they were before.
     *
     * @param pts in the time base of the plan
     * @return owned by the caller, who closes it
     */
    public Frame acquire(FrameFormat format, long pts, ColourTags colour) {
        return idleOrNew(format).open(pts, colour);
    }

    /** Frames that were ever made: those that are open, and those that wait to be used again. */
    public synchronized int created() {
        return created;
    }

    /** Frames that somebody owns. */
    public synchronized int open() {
        return created - idle.values().stream().mapToInt(Deque::size).sum();
    }

    synchronized void giveBack(Frame frame) {
        idle.computeIfAbsent(frame.format(), format -> new ArrayDeque<>()).push(frame);
    }

    private synchronized Frame idleOrNew(FrameFormat format) {
        Deque<Frame> frames = idle.get(format);
        return frames == null || frames.isEmpty() ? create(format) : frames.pop();
    }

    private Frame create(FrameFormat format) {
        Frame frame = new Frame(this, format, allocate(format));
        created++;
        return frame;
    }

    private static List<ByteBuffer> allocate(FrameFormat format) {
        return IntStream.range(0, format.planes())
                .mapToObj(plane -> ByteBuffer.allocateDirect(format.planeBytes(plane)))
                .toList();
    }
}
