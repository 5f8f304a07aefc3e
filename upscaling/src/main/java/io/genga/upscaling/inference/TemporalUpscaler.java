package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.Neighbour;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TemporalTensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a network that sees neighbours of a frame, or what it made of the frames before, on whole frames: how far a pixel depends on others
 * through time has no bound. Each shot begins with nothing remembered, and a frame sees no neighbour of another shot, but the nearest of its own
 * in its place, as at the ends of the film.
 */
public final class TemporalUpscaler implements SequenceUpscaler {

    private final InferenceSession session;
    private final NetworkManifest manifest;
    private final TemporalTensors temporal;
    private final PlannedTiles whole;
    private final SequenceRange range;
    private final WholeFrames pictures;
    private final StepTensors tensors;
    private final Recurrence recurrence;
    private final HeldFrames held = new HeldFrames();
    /** The next frame to run the network on. */
    private int position;

    private boolean begun;
    private boolean ended;
    private int warmUpFrames;

    /**
     * @param session of a network that does not take single frames; stays open, and must until this upscaler is closed
     * @param whole one tile as large as a padded frame
     * @param frames where the upscaled frames come from
     * @throws InsufficientMemoryException where frames of this size need more than the machine has
     */
    public TemporalUpscaler(InferenceSession session, PlannedTiles whole, SequenceRange range, FramePool frames) {
        this.session = session;
        this.manifest = session.manifest();
        this.temporal = manifest.temporal();
        this.whole = whole;
        this.range = range;
        this.pictures = new WholeFrames(manifest, whole, frames);
        MemoryNeed.require(manifest, whole, 0);
        this.tensors =
                MemoryNeed.outsideOfHeap(manifest, whole, () -> session.steps().acquire(whole));
        this.recurrence = new Recurrence(manifest, whole);
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
            position = 0;
        }
        while (position < held.size() && held.frame(position).pts() < range.firstRun()) {
            position++;
        }
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public boolean isReady() {
        boolean needed = position < held.size()
                && held.frame(position).pts() <= range.lastKept()
                && held.frame(held.size() - 1).pts() >= range.firstKept();
        return needed && (ended || position + temporal.framesAfter() < held.size());
    }

    @Override
    public Optional<Frame> next() {
        Frame frame = held.frame(position);
        if (!begun || held.beginsShot(position)) {
            recurrence.restart();
            begun = true;
        }
        run(frame);
        Optional<Frame> result = frame.pts() < range.firstKept()
                ? Optional.empty()
                : Optional.of(pictures.enlarged(frame, tensors.result()));
        warmUpFrames += result.isEmpty() ? 1 : 0;
        position++;
        dropUnseen();
        return result;
    }

    @Override
    public void close() {
        recurrence.close();
        session.steps().giveBack(whole, tensors);
        held.close();
    }

    private void run(Frame frame) {
        pictures.read(frame, manifest.input(), tensors.frame());
        List<Neighbour> neighbours = temporal.neighbours();
        for (int n = 0; n < neighbours.size(); n++) {
            Neighbour neighbour = neighbours.get(n);
            Frame other = held.neighbour(position, neighbour.offset());
            pictures.read(other, neighbour.picture(), tensors.neighbour(n));
        }
        Map<String, OnnxTensor> inputs = new HashMap<>(tensors.inputs());
        inputs.putAll(recurrence.inputs());
        recurrence.keep(session.run(inputs, tensors.turn()), tensors.result().tensor());
    }

    private void dropUnseen() {
        int unseen = position - temporal.framesBefore();
        if (unseen > 0) {
            held.dropFirst(unseen);
            position -= unseen;
        }
    }
}
