package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TemporalContract;
import java.util.Optional;

/**
 * Makes the frames of a film larger, each seen among others. A result comes when all that it depends on has been given. Not safe for use by
 * several threads; each has its own.
 */
public interface SequenceUpscaler extends AutoCloseable {

    /**
     * The one that the network asks for.
     *
     * @param session of a network that does not take single frames; stays open, and must until the upscaler is closed
     * @param whole one tile as large as a padded frame
     * @param warmUp frames that a network which remembers is run on for the sake of others
     * @param frames where the upscaled frames come from
     * @throws InsufficientMemoryException where frames of this size need more than the machine has
     */
    static SequenceUpscaler open(
            InferenceSession session, PlannedTiles whole, SequenceRange range, int warmUp, FramePool frames) {
        NetworkManifest manifest = session.manifest();
        return manifest.temporalContract() == TemporalContract.BIDIRECTIONAL_RECURRENCE
                ? new BidirectionalUpscaler(session, whole, range, manifest.leadOut(warmUp), frames)
                : new TemporalUpscaler(session, whole, range, frames);
    }

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
     *     network was only run for the sake of other frames
     * @throws InferenceException where the network fails at run time
     */
    Optional<Frame> next();

    /** Frames that the network was run on without a result, for the sake of what it remembers, so far. */
    int warmUpFrames();

    /** Closes all frames that were given and are still held. */
    @Override
    void close();
}
