package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.FramePool;
import io.genga.runtime.work.StageClock;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * A chunk that is being computed.
 *
 * @param packets local copy of the chunk
 * @param encoded where the result goes
 * @param frameDone told after every frame how many are done
 * @param mustStop asked after every frame
 */
record ChunkInProgress(
        ChunkRequested request,
        Plan plan,
        PlannedChunk chunk,
        Path packets,
        Path encoded,
        FramePool frames,
        StageClock clock,
        LongConsumer frameDone,
        BooleanSupplier mustStop) {

    ChunkPipeline pipeline() {
        return new ChunkPipeline(plan, chunk, frames, clock);
    }
}
