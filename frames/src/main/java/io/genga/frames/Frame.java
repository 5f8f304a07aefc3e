package io.genga.frames;

import io.genga.contracts.plan.ColourTags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * One picture, in planes outside the Java heap. Whoever acquired it from a {@link FramePool} owns it and closes it exactly
 * once; until then nobody else writes to it. Not safe for use by several threads at once, but may be handed from one to the
 * next.
 */
public final class Frame implements AutoCloseable {

    private final FramePool pool;
    private final FrameFormat format;
    private final List<ByteBuffer> planes;
    private long pts;
    private ColourTags colour;
    private boolean open;

    Frame(FramePool pool, FrameFormat format, List<ByteBuffer> planes) {
        this.pool = pool;
        this.format = format;
        this.planes = planes;
    }

    Frame open(long newPts, ColourTags newColour) {
        pts = newPts;
        colour = newColour;
        open = true;
        return this;
    }

    public FrameFormat format() {
        return format;
    }

    /**
     * The samples of a plane, row after row at {@link FrameFormat#stride}: a direct view of the frame's own memory from
     * position 0, in the machine's byte order, with a position of its own.
     */
    public ByteBuffer plane(int plane) {
        requireOpen();
        return planes.get(plane).duplicate().order(ByteOrder.nativeOrder());
    }

    /** Presentation time stamp in the time base of the plan that the frame belongs to. */
    public long pts() {
        requireOpen();
        return pts;
    }

    public ColourTags colour() {
        requireOpen();
        return colour;
    }

    /** Gives the memory back to the pool. */
    @Override
    public void close() {
        requireOpen();
        open = false;
        pool.giveBack(this);
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("frame of " + format + " was closed before");
        }
    }
}
