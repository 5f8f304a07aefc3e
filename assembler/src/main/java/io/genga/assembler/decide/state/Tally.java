package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.event.StageTimings;

/**
 * The sums over all chunks of a job, kept so that no decision has to read them all.
 *
 * @param known chunks that are cut, as far as heard
 * @param outstanding chunks that are asked for and not yet answered: the credit in use
 * @param done chunks that are upscaled
 * @param reused of {@code done}, those whose result had been computed before
 * @param framesFinished of the chunks that are done
 * @param framesRunning that the running attempts at outstanding chunks reported
 * @param timings of all stages so far
 * @param reuse of drawings so far
 * @param pipeline of all chunks so far
 * @param warmUpFrames of all chunks so far; null where no network that remembers was run
 */
public record Tally(
        int known,
        int outstanding,
        int done,
        int reused,
        long framesFinished,
        long framesRunning,
        StageTimings timings,
        ReuseFigures reuse,
        PipelineTimings pipeline,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long warmUpFrames) {

    public Tally {
        // The state of older releases lacks them.
        reuse = reuse == null ? ReuseFigures.NONE : reuse;
        pipeline = pipeline == null ? PipelineTimings.NONE : pipeline;
    }

    public static final Tally EMPTY =
            new Tally(0, 0, 0, 0, 0, 0, StageTimings.NONE, ReuseFigures.NONE, PipelineTimings.NONE, null);

    public Tally chunkKnown() {
        return copy(known + 1, outstanding, framesRunning, timings);
    }

    public Tally requested() {
        return copy(known, outstanding + 1, framesRunning, timings);
    }

    /** {@code frames} more were reported by the attempt at an outstanding chunk; fewer, where a new attempt began. */
    public Tally reported(long frames) {
        return copy(known, outstanding, framesRunning + frames, timings);
    }

    /** The credit of {@code request} comes back, and what its attempt reported no longer counts. */
    public Tally answered(Request request) {
        return copy(known, outstanding - 1, framesRunning - request.frames(), timings);
    }

    public Tally upscaled(ChunkUpscaled event) {
        return new Tally(
                known,
                outstanding,
                done + 1,
                reused + (event.reused() ? 1 : 0),
                framesFinished + event.frames(),
                framesRunning,
                timings.plus(event.timings()),
                event.reuse() == null ? reuse : reuse.plus(event.reuse()),
                event.pipeline() == null ? pipeline : pipeline.plus(event.pipeline()),
                warmUpPlus(event.warmUpFrames()));
    }

    public Tally spent(StageTimings more) {
        return copy(known, outstanding, framesRunning, timings.plus(more));
    }

    private Tally copy(int known, int outstanding, long framesRunning, StageTimings timings) {
        return new Tally(
                known,
                outstanding,
                done,
                reused,
                framesFinished,
                framesRunning,
                timings,
                reuse,
                pipeline,
                warmUpFrames);
    }

    /** @param more null where no network that remembers was run */
    private Long warmUpPlus(Integer more) {
        if (more == null) {
            return warmUpFrames;
        }
        long before = warmUpFrames == null ? 0 : warmUpFrames;
        return before + more;
    }
}
