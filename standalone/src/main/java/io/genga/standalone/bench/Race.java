package io.genga.standalone.bench;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.reuse.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All settings on the frames of one chunk, each frame by all of them before the next one comes: so whatever else the machine does hits all alike.
 * With each frame another one is the first.
 */
final class Race implements AutoCloseable {

    private final List<Contestant> contestants;
    private final Map<DrawingReuse, Likeness> likeness;

    /** @param likeness told of every frame; empty where it is not wanted */
    Race(
            InferenceSession session,
            Plan plan,
            PlannedChunk chunk,
            FramePool frames,
            Map<DrawingReuse, Likeness> likeness) {
        this.likeness = likeness;
        this.contestants = new ArrayList<>(Arrays.stream(DrawingReuse.values())
                .filter(reuse -> session.manifest().possibleReuse(reuse) == reuse)
                .map(reuse -> new Contestant(reuse, session, plan, chunk, frames))
                .toList());
    }

    /** @param rgb the chunk's next frame; stays the caller's */
    void run(Frame rgb) {
        Map<DrawingReuse, Frame> larger = new EnumMap<>(DrawingReuse.class);
        try {
            for (Contestant contestant : contestants) {
                larger.put(contestant.reuse(), contestant.upscale(rgb));
            }
            likeness.forEach((reuse, found) -> found.add(larger.get(DrawingReuse.OFF), larger.get(reuse)));
        } finally {
            larger.values().forEach(Frame::close);
        }
        Collections.rotate(contestants, 1);
    }

    Map<DrawingReuse, Lap> laps() {
        Map<DrawingReuse, Lap> laps = new EnumMap<>(DrawingReuse.class);
        contestants.forEach(contestant -> laps.put(contestant.reuse(), contestant.lap()));
        return laps;
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}
