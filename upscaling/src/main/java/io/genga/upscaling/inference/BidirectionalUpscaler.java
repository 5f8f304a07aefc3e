package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.inference.BidirectionalGraphs.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a network that goes through a film in both directions, on whole frames. Each shot begins and ends with nothing remembered. Going
 * forwards, a state is carried from the first frame of a shot, or of those given, to its last. Going backwards, a film would have to be kept whole; so
 * that is done a window of frames at a time ({@link StateWindow}), each time from some frames behind the window that lead in to it. Where a
 * shot, or what is given of it, ends within those, nothing is lost by that.
 *
 * <p>Each call of {@link #next} runs the network on one frame: first they are cleaned, then gone through backwards, then forwards, which gives
 * the results.
 */
public final class BidirectionalUpscaler implements SequenceUpscaler {

    private final InferenceSession session;
    private final NetworkManifest manifest;
    private final PlannedTiles whole;
    private final SequenceRange range;
    private final int leadOut;
    private final int windowFrames;
    private final WholeFrames pictures;
    private final TileTensors tensors;
    private final BidirectionalGraphs graphs;
    /** From the next frame to go forwards to on. */
    private final HeldFrames held = new HeldFrames();
    /** The first of the held ones. */
    private final List<OnnxTensor> cleaned = new ArrayList<>();

    private Optional<Step> forward = Optional.empty();
    private Optional<BackwardPass> backward = Optional.empty();
    private boolean ended;
    private int warmUpFrames;

    /**
     * @param session of a network of bidirectional recurrence; stays open, and must until this upscaler is closed
     * @param whole one tile as large as a padded frame
     * @param range frames after its last one are only gone through backwards
     * @param leadOut frames behind each window, the last of {@code range} included, from which going backwards begins
     * @param frames where the upscaled frames come from
     * @throws InsufficientMemoryException where frames of this size need more than the machine has
     */
    public BidirectionalUpscaler(
            InferenceSession session, PlannedTiles whole, SequenceRange range, int leadOut, FramePool frames) {
        this(session, whole, range, leadOut, frames, StateWindow.MOST_BYTES);
    }

    /** @param mostBytes of the states that are kept */
    BidirectionalUpscaler(
            InferenceSession session,
            PlannedTiles whole,
            SequenceRange range,
            int leadOut,
            FramePool frames,
            long mostBytes) {
        this.session = session;
        this.manifest = session.manifest();
        this.whole = whole;
        this.range = range;
        this.leadOut = leadOut;
        StateWindow window = StateWindow.of(manifest, whole, mostBytes);
        this.windowFrames = window.frames();
        this.pictures = new WholeFrames(manifest, whole, frames);
        MemoryNeed.require(manifest, whole, window.bytes());
        this.tensors = MemoryNeed.outsideOfHeap(
                manifest, whole, () -> session.tensors().acquire(whole));
        this.graphs = new BidirectionalGraphs(session, whole);
    }

    @Override
    public int warmUpFrames() {
        return warmUpFrames;
    }

    @Override
    public void add(Frame rgb) {
        held.add(rgb);
        int last = held.size() - 1;
        if (rgb.pts() <= range.firstKept() && held.beginsShot(last)) {
            // What lies before a cut changes nothing that is kept.
            held.dropFirst(last);
        }
        while (held.size() > 1 && held.frame(0).pts() < range.firstRun()) {
            held.dropFirst(1);
        }
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public boolean isReady() {
        if (backward.isPresent()) {
            return true;
        }
        boolean needed = held.size() > 0
                && held.frame(0).pts() >= range.firstRun()
                && held.frame(0).pts() <= range.lastKept()
                && held.frame(held.size() - 1).pts() >= range.firstKept();
        return needed && (isLeadIn() || ended || window().seen() <= held.size());
    }

    @Override
    public Optional<Frame> next() {
        if (isLeadIn()) {
            clean();
            goForward();
            held.dropFirst(1);
            warmUpFrames++;
            return Optional.empty();
        }
        if (backward.isEmpty()) {
            backward = Optional.of(window().pass(graphs, held.size()));
        }
        BackwardPass pass = backward.get();
        if (!pass.isComplete()) {
            prepare(pass);
            return Optional.empty();
        }
        Frame result = result(pass);
        if (pass.isUsedUp()) {
            backward = Optional.empty();
        }
        return Optional.of(result);
    }

    @Override
    public void close() {
        graphs.close();
        session.tensors().giveBack(whole, tensors);
        held.close();
    }

    /** Whether the next frame is only given for what the network remembers of it, going forwards. */
    private boolean isLeadIn() {
        return held.frame(0).pts() < range.firstKept();
    }

    /**
     * Frames from the next one on.
     *
     * @param frames that are to have results
     * @param seen with those behind them from which going backwards begins; some of them may not be there yet
     */
    private record Window(int frames, int seen) {

        BackwardPass pass(BidirectionalGraphs graphs, int present) {
            return new BackwardPass(graphs, Math.min(frames, present), Math.min(seen, present));
        }
    }

    private Window window() {
        int count = windowFrames;
        int shot = 1;
        while (shot < held.size() && !held.beginsShot(shot)) {
            if (held.frame(shot).pts() > range.lastKept()) {
                count = Math.min(count, shot);
            }
            shot++;
        }
        boolean shotEnds = shot < held.size();
        return shotEnds
                ? new Window(Math.min(count, shot), Math.min(count + leadOut, shot))
                : new Window(count, count + leadOut);
    }

    private void prepare(BackwardPass pass) {
        if (cleaned.size() < pass.seen()) {
            clean();
        } else if (!pass.step(cleaned)) {
            warmUpFrames++;
        }
    }

    private void clean() {
        pictures.read(held.frame(cleaned.size()), manifest.input(), tensors.input());
        cleaned.add(graphs.clean(tensors.input()));
    }

    private Step goForward() {
        if (held.beginsShot(0)) {
            forgetForward();
        }
        Step reached = graphs.step(GraphRole.FORWARD_STEP, cleaned.remove(0), forward);
        forgetForward();
        forward = Optional.of(reached);
        return reached;
    }

    private void forgetForward() {
        forward.ifPresent(last -> {
            graphs.giveBack(GraphRole.CLEAN, last.cleaned());
            graphs.giveBack(GraphRole.FORWARD_STEP, last.state());
        });
        forward = Optional.empty();
    }

    private Frame result(BackwardPass pass) {
        Step reached = goForward();
        OnnxTensor backwardState = pass.take();
        graphs.reconstruct(reached.cleaned(), backwardState, reached.state(), tensors.output());
        graphs.giveBack(GraphRole.BACKWARD_STEP, backwardState);
        Frame larger = pictures.enlarged(held.frame(0), tensors.output());
        held.dropFirst(1);
        return larger;
    }
}
