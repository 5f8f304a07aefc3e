package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.TensorPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graphs of a network of bidirectional recurrence, each run for one frame, and the tensors that they hand one another. Those are used
 * again and again, and lie in ONNX Runtime's memory: a state of RealBasicVSR takes 256 bytes a pixel. Not safe for use by several threads.
 */
final class BidirectionalGraphs implements AutoCloseable {

    /**
     * A frame that a direction has come to.
     *
     * @param state of the direction there
     */
    record Step(OnnxTensor cleaned, OnnxTensor state) {}

    private final InferenceSession session;
    private final PlannedTiles whole;
    private final ZeroTensors memory = new ZeroTensors();
    private final Map<GraphRole, Deque<OnnxTensor>> idle = new EnumMap<>(GraphRole.class);
    /** By the graph that would make them; never written. */
    private final Map<GraphRole, OnnxTensor> zeros = new EnumMap<>(GraphRole.class);

    /**
     * @param session stays open
     * @param whole one tile as large as a padded frame
     */
    BidirectionalGraphs(InferenceSession session, PlannedTiles whole) {
        this.session = session;
        this.whole = whole;
    }

    /** @return to be given back, as all that these graphs make */
    OnnxTensor clean(TileTensor frame) {
        return run(GraphRole.CLEAN, List.of(frame.tensor()));
    }

    /**
     * Goes on to a frame.
     *
     * @param direction one of both steps
     * @param last the frame before it on this way; empty where it is the first
     * @return with {@code cleaned} and a new state
     */
    Step step(GraphRole direction, OnnxTensor cleaned, Optional<Step> last) {
        Optional<OnnxTensor> flow = last.map(before -> run(GraphRole.FLOW, List.of(cleaned, before.cleaned())));
        OnnxTensor state = run(
                direction,
                List.of(
                        cleaned,
                        last.map(Step::state).orElseGet(() -> zero(direction)),
                        flow.orElseGet(() -> zero(GraphRole.FLOW))));
        flow.ifPresent(used -> giveBack(GraphRole.FLOW, used));
        return new Step(cleaned, state);
    }

    /** @param result is written */
    void reconstruct(OnnxTensor cleaned, OnnxTensor backward, OnnxTensor forward, TileTensor result) {
        session.run(GraphRole.RECONSTRUCT, List.of(cleaned, backward, forward), result.tensor());
    }

    /** @param madeBy the graph that made it */
    void giveBack(GraphRole madeBy, OnnxTensor tensor) {
        idleOf(madeBy).push(tensor);
    }

    /** Frees all that was made, given back or not. */
    @Override
    public void close() {
        memory.close();
    }

    private OnnxTensor run(GraphRole role, List<OnnxTensor> inputs) {
        Deque<OnnxTensor> used = idleOf(role);
        OnnxTensor made = used.isEmpty() ? blank(role) : used.pop();
        session.run(role, inputs, made);
        return made;
    }

    private Deque<OnnxTensor> idleOf(GraphRole role) {
        return idle.computeIfAbsent(role, graph -> new ArrayDeque<>());
    }

    private OnnxTensor zero(GraphRole role) {
        return zeros.computeIfAbsent(role, this::blank);
    }

    private OnnxTensor blank(GraphRole role) {
        TensorPort port = session.manifest().graph(role).output();
        return memory.of(1, port.channels(), (long) whole.height() * port.scale(), (long) whole.width() * port.scale());
    }
}
