package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.Feedback;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a network hands itself from frame to frame. It stays in ONNX Runtime's memory, where it was written: at 1920x1080 the state
 * of AnimeSR takes 530 MB. Not safe for use by several threads.
 */
final class Recurrence implements AutoCloseable {

    private final NetworkManifest manifest;
    private final PlannedTiles whole;
    private final Map<String, OnnxTensor> fed = new HashMap<>();
    private ZeroTensors zeros;
    private Optional<OrtSession.Result> last = Optional.empty();

    /** @param whole one tile as large as a padded frame */
    Recurrence(NetworkManifest manifest, PlannedTiles whole) {
        this.manifest = manifest;
        this.whole = whole;
    }

    /** Forgets all frames: the next one is the first. */
    void restart() {
        close();
        if (!feedbacks().isEmpty()) {
            zeros = new ZeroTensors();
            feedbacks().forEach(feedback -> fed.put(feedback.input(), zeros.of(shape(feedback))));
        }
    }

    /** By the names of inputs; of this object until the next call. */
    Map<String, OnnxTensor> inputs() {
        return fed;
    }

    /**
     * Keeps what the network has just made, for the next frame.
     *
     * @param others outputs that are no pictures, this object's from now on
     * @param result the picture
     */
    void keep(OrtSession.Result others, OnnxTensor result) {
        close();
        last = Optional.of(others);
        for (Feedback feedback : feedbacks()) {
            boolean isResult = feedback.output().equals(manifest.output().name());
            fed.put(feedback.input(), isResult ? result : state(others, feedback));
        }
    }

    @Override
    public void close() {
        last.ifPresent(OrtSession.Result::close);
        last = Optional.empty();
        fed.clear();
        if (zeros != null) {
            zeros.close();
            zeros = null;
        }
    }

    private List<Feedback> feedbacks() {
        return manifest.temporal().feedbacks();
    }

    private static OnnxTensor state(OrtSession.Result outputs, Feedback feedback) {
        return (OnnxTensor) outputs.get(feedback.output()).orElseThrow();
    }

    private long[] shape(Feedback feedback) {
        long scale = feedback.scale();
        return new long[] {1, feedback.channels(), whole.height() * scale, whole.width() * scale};
    }
}
