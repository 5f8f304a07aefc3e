package io.genga.worker.pipeline;

import io.genga.frames.Frame;
import java.util.Optional;

/** Makes frames of several frames: what it gives may come later than what it takes, and be less. Used by one thread. */
public interface SequenceWork {

    /** @param frame this work's from now on, to be closed by it at its end at the latest */
    void take(Frame frame);

    /** After the last frame. */
    void end();

    /** Whether {@link #next} can be called. */
    boolean isReady();

    /** Does the next piece of work. What comes of it, if anything, becomes the pipeline's. */
    Optional<Frame> next();
}
