package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.id.JobId;
import io.genga.contracts.request.DrawingReuse;
import io.genga.upscaling.reuse.ReuseLimits;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chunk whose self-check finds the promised likeness broken is computed again, each time more strictly, and at last with nothing taken
 * over that is not equal. So the promise holds without anybody knowing what the film is.
 */
final class ReuseAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(ReuseAttempts.class);
    private static final int MOST_WITH_TOLERANCE = 3;

    private Optional<ReuseLimits> limits;
    private int attempts;

    ReuseAttempts(DrawingReuse reuse) {
        this.limits = ReuseLimits.toleratedBy(reuse);
    }

    /** Of the next attempt; empty where nothing is tolerated. */
    Optional<ReuseLimits> limits() {
        return limits;
    }

    /** @param found by the attempt that has just ended; null where nothing was reused */
    boolean mustRepeat(JobId job, int chunk, ReuseFigures found) {
        attempts++;
        if (limits.isEmpty() || limits.get().keptBy(found)) {
            return false;
        }
        LOG.info(
                "Chunk {} of job {} is computed again: reuse left {} dB, the worst tile {} dB",
                chunk,
                job,
                found.measuredPsnr(),
                found.worstTilePsnr());
        limits = attempts < MOST_WITH_TOLERANCE ? limits.map(ReuseLimits::tightened) : Optional.empty();
        return true;
    }
}
