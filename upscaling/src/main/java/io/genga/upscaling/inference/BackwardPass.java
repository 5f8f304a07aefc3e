package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.inference.BidirectionalGraphs.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes backwards over a window of frames, from frames behind it that lead in to it, and keeps the states of the window. Not safe for use by
 * several threads.
 */
final class BackwardPass {

    private final BidirectionalGraphs graphs;
    private final int frames;
    private final int seen;
    /** Those that were not yet come to. */
    private int left;

    private Optional<Step> last = Optional.empty();
    /** In the order of the film. */
    private final Deque<OnnxTensor> states = new ArrayDeque<>();

    /**
     * @param frames of the window
     * @param seen frames of the window and of those behind it that lead in
     */
    BackwardPass(BidirectionalGraphs graphs, int frames, int seen) {
        this.graphs = graphs;
        this.frames = frames;
        this.seen = seen;
        this.left = seen;
    }

    /** Frames of the window and of those behind it that lead in. */
    int seen() {
        return seen;
    }

    boolean isComplete() {
        return left == 0;
    }

    /**
     * Goes on to the frame before.
     *
     * @param cleaned the window's frames and those behind them, in the order of the film
     * @return whether the frame is one of the window
     */
    boolean step(List<OnnxTensor> cleaned) {
        left--;
        Step next = graphs.step(GraphRole.BACKWARD_STEP, cleaned.get(left), last);
        last = Optional.of(next);
        states.addFirst(next.state());
        // The last state is needed for the next step, wherever it lies.
        while (states.size() > Math.max(1, frames - left)) {
            graphs.giveBack(GraphRole.BACKWARD_STEP, states.removeLast());
        }
        return left < frames;
    }

    /** The state at the window's next frame, from its first on; the caller's to give back. */
    OnnxTensor take() {
        return states.removeFirst();
    }

    /** Whether all states of the window were taken. */
    boolean isUsedUp() {
        return isComplete() && states.isEmpty();
    }
}
