package io.genga.upscaling.inference;

import io.genga.frames.Frame;
import java.util.Optional;

/**
 * Makes the frames of a film larger, each seen among others. A result comes when all that it depends on has been given. Not safe for use by
 * several threads; each has its own.
 */
public interface SequenceUpscaler extends AutoCloseable {

    /**
     * Gives the next frame of the film.
     *
     * @param rgb planar RGB, 8 to 16 bits, full range; this upscaler's from now on
     */
    void add(Frame rgb);

    /** No more frames will be given. */
    void end();

    /** Whether there is a frame to run the network on. */
    boolean isReady();

    /**
     * Runs the network on the next frame; not to be called unless there is one.
     *
     * @return the same picture, larger, with the same bit depth, time stamp and colour, owned by the caller, who closes it; empty where the
     *     frame was only given for the sake of later ones
     * @throws InferenceException where the network fails at run time
     */
    Optional<Frame> next();

    /** Closes all frames that were given and are still held. */
    @Override
    void close();
}
