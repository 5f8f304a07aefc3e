package io.genga.standalone.inspect;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.request.DrawingReuse;
import io.genga.standalone.inspect.resolution.NativeHeight;
import java.util.List;
import java.util.Map;

/**
 * What was found of a film.
 *
 * @param figures with each setting that reuses anything
 * @param scenes that are worth a look, in the order of the film
 * @param nativeHeight how high it was before it was enlarged, if it was
 */
public record InspectedFilm(
        Plan plan,
        List<InspectedFrame> frames,
        Map<DrawingReuse, ReuseFigures> figures,
        List<Scene> scenes,
        NativeHeight nativeHeight) {

    /** Pixels on which the network would be run, per pixel of the film. */
    public double share(DrawingReuse reuse) {
        return reuse == DrawingReuse.OFF ? 1 : figures.get(reuse).inferencePixelShare();
    }

    /** The same, if nothing but whole frames was left out. */
    public double shareOfWholeFrames() {
        return (double) drawings() / frames.size();
    }

    /** Frames that show another one than the frame before. */
    public long drawings() {
        return frames.stream().filter(InspectedFrame::newDrawing).count();
    }

    public long cuts() {
        return frames.stream().skip(1).filter(InspectedFrame::cut).count();
    }

    public long heldFrames() {
        return frames.stream().filter(frame -> frame.kind() == FrameKind.HELD).count();
    }

    public double seconds() {
        return frames.get(frames.size() - 1).seconds();
    }
}
