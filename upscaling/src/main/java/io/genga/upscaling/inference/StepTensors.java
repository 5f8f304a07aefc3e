package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pictures that a network over a sequence of frames reads and writes at one frame. It may read its last result while it writes the
 * next one, so there are two of those, used by turns.
 */
final class StepTensors {

    private final NetworkManifest manifest;
    private final TileTensor frame;
    private final List<TileTensor> neighbours;
    private TileTensor result;
    private TileTensor lastResult;

    private StepTensors(
            NetworkManifest manifest,
            TileTensor frame,
            List<TileTensor> neighbours,
            TileTensor result,
            TileTensor lastResult) {
        this.manifest = manifest;
        this.frame = frame;
        this.neighbours = neighbours;
        this.result = result;
        this.lastResult = lastResult;
    }

    /** @param whole one tile as large as a padded frame */
    static StepTensors allocate(OrtEnvironment environment, NetworkManifest manifest, PlannedTiles whole) {
        int width = whole.width();
        int height = whole.height();
        int scale = manifest.scale();
        boolean seesLastResult = manifest.temporal().feedbacks().stream()
                .anyMatch(feedback -> feedback.output().equals(manifest.output().name()));
        TileTensor result = TileTensor.allocate(environment, width * scale, height * scale);
        return new StepTensors(
                manifest,
                TileTensor.allocate(environment, width, height),
                Stream.generate(() -> TileTensor.allocate(environment, width, height))
                        .limit(manifest.temporal().neighbours().size())
                        .toList(),
                result,
                seesLastResult ? TileTensor.allocate(environment, width * scale, height * scale) : result);
    }

    /** Takes the frame that is made larger. */
    TileTensor frame() {
        return frame;
    }

    /** Takes the n-th neighbour of the manifest. */
    TileTensor neighbour(int n) {
        return neighbours.get(n);
    }

    /** Holds what the network made of the frame. */
    TileTensor result() {
        return result;
    }

    /** The pictures that the network reads, by the names of its inputs. */
    Map<String, OnnxTensor> inputs() {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        inputs.put(manifest.input().name(), frame.tensor());
        IntStream.range(0, neighbours.size())
                .forEach(n -> inputs.put(
                        manifest.temporal().neighbours().get(n).picture().name(),
                        neighbours.get(n).tensor()));
        return inputs;
    }

    /** Where the network is to write its next result; the last one stays as it is where the network sees it. */
    Map<String, OnnxTensor> turn() {
        TileTensor next = lastResult;
        lastResult = result;
        result = next;
        return Map.of(manifest.output().name(), result.tensor());
    }

    void close() {
        Stream.concat(Stream.of(frame, result, lastResult), neighbours.stream())
                .distinct()
                .forEach(picture -> picture.tensor().close());
    }
}
