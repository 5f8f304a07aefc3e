package io.genga.media.timeline;

import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins what is known of chunks, in the order of the film. Not thread-safe. */
final class JoinedChunks {

    private final List<PlannedChunk> chunks;
    private final Rational timeBase;
    private final TimelineColumns columns;
    private final List<Long> starts = new ArrayList<>();
    private int added;
    private long frames;
    private long heldFrames;
    private long unknownFrames;
    private double computedFrames;

    /** @param chunks in the order of the film, at least one */
    JoinedChunks(List<PlannedChunk> chunks, Rational timeBase) {
        this.chunks = chunks;
        this.timeBase = timeBase;
        this.columns = new TimelineColumns(
                chunks.stream().mapToLong(PlannedChunk::frameCount).sum());
    }

    /** @param shares that do not fit the chunk are as good as none */
    void addNext(Optional<ComputedShares> shares) {
        int frameCount = chunks.get(added++).frameCount();
        if (frames > 0) {
            starts.add(frames);
        }
        frames += frameCount;
        shares.filter(known -> known.frames() == frameCount)
                .ifPresentOrElse(this::addKnown, () -> addUnknown(frameCount));
    }

    private void addKnown(ComputedShares shares) {
        computedFrames += shares.mean() * shares.frames();
        for (int frame = 0; frame < shares.frames(); frame++) {
            double share = shares.share(frame);
            heldFrames += share == 0 ? 1 : 0;
            columns.add(column(frame, share));
        }
    }

    private void addUnknown(int frameCount) {
        unknownFrames += frameCount;
        for (int frame = 0; frame < frameCount; frame++) {
            columns.add(TimelineColumn.ofUnknown());
        }
    }

    private static TimelineColumn column(int frame, double share) {
        boolean held = share == 0;
        if (frame == 0) {
            return TimelineColumn.ofChunkStart(share, held);
        }
        return share == 1 ? TimelineColumn.ofWhole(share, held) : TimelineColumn.ofPart(share, held);
    }

    DrawingTimeline timeline() {
        long known = frames - unknownFrames;
        return new DrawingTimeline(
                frames,
                heldFrames,
                unknownFrames,
                known == 0 ? null : computedFrames / known,
                columns.columns(),
                starts.size() > TimelineFigure.MOST_MARKS ? List.of() : starts,
                List.of(seconds(0), seconds(frames / 2), seconds(frames - 1)));
    }

    /** When a frame begins. */
    private double seconds(long frame) {
        long first = 0;
        for (PlannedChunk chunk : chunks) {
            if (frame < first + chunk.frameCount()) {
                return secondsOf(chunk.pts().get((int) (frame - first)));
            }
            first += chunk.frameCount();
        }
        throw new IllegalArgumentException("the film has no frame " + frame);
    }

    private double secondsOf(long pts) {
        return (double) (pts - chunks.get(0).firstPts()) * timeBase.num() / timeBase.den();
    }
}
