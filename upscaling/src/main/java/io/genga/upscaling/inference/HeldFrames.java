package io.genga.upscaling.inference;

import io.genga.frames.Frame;
import io.genga.upscaling.shot.FrameSketch;
import io.genga.upscaling.shot.ShotCut;
import java.util.ArrayList;
import java.util.List;

/** Consecutive frames of a film, and where shots begin among them. Owns its frames. Not safe for use by several threads. */
final class HeldFrames implements AutoCloseable {

    private record Held(Frame frame, boolean beginsShot) {}

    private final List<Held> held = new ArrayList<>();
    private FrameSketch last;

    /** @param frame this object's from now on */
    void add(Frame frame) {
        held.add(new Held(frame, true));
        FrameSketch sketch = FrameSketch.of(frame);
        if (last != null && !ShotCut.between(last, sketch)) {
            held.set(held.size() - 1, new Held(frame, false));
        }
        last = sketch;
    }

    int size() {
        return held.size();
    }

    Frame frame(int position) {
        return held.get(position).frame();
    }

    /** Whether the frame is the first of its shot, or of all frames. */
    boolean beginsShot(int position) {
        return held.get(position).beginsShot();
    }

    /** The frame so many later, or earlier; where that is another shot, or beyond the ends, the nearest that is not. */
    Frame neighbour(int position, int offset) {
        int found = position;
        for (int i = 0; i < offset && found + 1 < held.size() && !beginsShot(found + 1); i++) {
            found++;
        }
        for (int i = 0; i > offset && found > 0 && !beginsShot(found); i--) {
            found--;
        }
        return frame(found);
    }

    void dropFirst(int count) {
        List<Held> dropped = held.subList(0, count);
        dropped.forEach(each -> each.frame().close());
        dropped.clear();
    }

    @Override
    public void close() {
        dropFirst(held.size());
    }
}
