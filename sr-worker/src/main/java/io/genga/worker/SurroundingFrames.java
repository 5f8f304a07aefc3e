package io.genga.worker;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.upscaling.catalogue.TemporalTensors;
import io.genga.upscaling.inference.SequenceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The frames around a chunk that a network must be given with those of the chunk: lead-in, on which it is run so that it remembers what it
 * would, lead-out where it goes backwards, too, and the neighbours of the first and the last frame. They follow from the plan, wherever other chunks begin and end.
 *
 * @param chunks that have them, the chunk itself included, in the order of the film
 * @param firstSeen time stamp of the first frame, as is {@code lastSeen} of the last; both inclusive
 * @param range what of them is run and kept
 */
record SurroundingFrames(List<PlannedChunk> chunks, long firstSeen, long lastSeen, SequenceRange range) {

    /**
     * @param warmUp frames before the chunk that the network is run on, where the film has as many
     * @param leadOut frames after it
     */
    static SurroundingFrames of(Plan plan, PlannedChunk chunk, TemporalTensors temporal, int warmUp, int leadOut) {
        List<Long> before = before(plan, chunk, warmUp + temporal.framesBefore());
        List<Long> after = after(plan, chunk, leadOut + temporal.framesAfter());
        List<Long> run = before.subList(Math.max(0, before.size() - warmUp), before.size());
        long firstSeen = first(before, chunk.firstPts());
        long lastSeen = after.isEmpty() ? chunk.lastPts() : after.get(after.size() - 1);
        List<PlannedChunk> chunks = plan.chunks().stream()
                .filter(other -> other.lastPts() >= firstSeen && other.firstPts() <= lastSeen)
                .toList();
        SequenceRange range = new SequenceRange(first(run, chunk.firstPts()), chunk.firstPts(), chunk.lastPts());
        return new SurroundingFrames(chunks, firstSeen, lastSeen, range);
    }

    private static long first(List<Long> pts, long otherwise) {
        return pts.isEmpty() ? otherwise : pts.get(0);
    }

    /** Ascending. */
    private static List<Long> before(Plan plan, PlannedChunk chunk, int wanted) {
        List<Long> found = new ArrayList<>();
        for (int index = chunk.index() - 1; index >= 0 && found.size() < wanted; index--) {
            List<Long> pts = plan.chunks().get(index).pts();
            for (int i = pts.size() - 1; i >= 0 && found.size() < wanted; i--) {
                found.add(pts.get(i));
            }
        }
        Collections.reverse(found);
        return found;
    }

    private static List<Long> after(Plan plan, PlannedChunk chunk, int wanted) {
        return plan.chunks().stream()
                .skip(chunk.index() + 1L)
                .flatMap(later -> later.pts().stream())
                .limit(wanted)
                .toList();
    }
}
