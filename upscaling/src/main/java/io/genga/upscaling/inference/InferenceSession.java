package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkFile;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network in memory, ready to run. One per network and process is enough: safe for use by several threads at once,
 * which then share its threads.
 */
public final class InferenceSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InferenceSession.class);

    private final NetworkManifest manifest;
    private final Map<GraphRole, LoadedNetwork> graphs;
    private final Optional<HalfPrecisionGuard> guard;
    private final TensorPool<TileTensors> tensors;
    private final TensorPool<StepTensors> steps;
    private volatile Consumer<TileTensors> observer = tile -> {};

    private InferenceSession(
            NetworkManifest manifest, Map<GraphRole, LoadedNetwork> graphs, Optional<HalfPrecisionGuard> guard) {
        this.manifest = manifest;
        this.graphs = graphs;
        this.guard = guard;
        this.tensors = new TensorPool<>(
                tiles -> TileTensors.allocate(OnnxRuntimeEnvironment.get(), tiles, manifest.scale()),
                TileTensors::close);
        this.steps = new TensorPool<>(
                tiles -> StepTensors.allocate(OnnxRuntimeEnvironment.get(), manifest, tiles), StepTensors::close);
    }

    /**
     * @return to be closed by the caller, after all upscalers that use it
     * @throws UnusableNetworkException where an ONNX file cannot be run, or is not what its manifest says
     * @throws UnavailableDeviceException where no network can run on this device
     */
    public static InferenceSession open(CataloguedNetwork network, Device device) {
        NetworkManifest manifest = network.manifest();
        Map<GraphRole, LoadedNetwork> loaded = load(network, device);
        LOG.info("Opened network {} on {}", network, device);
        return new InferenceSession(
                manifest,
                loaded,
                manifest.isHalfPrecision() ? Optional.of(new HalfPrecisionGuard(network, device)) : Optional.empty());
    }

    public NetworkManifest manifest() {
        return manifest;
    }

    /** Tiles that half precision spoiled and that were computed again in single precision, so far. */
    public long recomputedTiles() {
        return guard.map(HalfPrecisionGuard::recomputedTiles).orElse(0L);
    }

    @Override
    public void close() {
        tensors.close();
        steps.close();
        guard.ifPresent(HalfPrecisionGuard::close);
        graphs.values().forEach(LoadedNetwork::close);
    }

    TensorPool<TileTensors> tensors() {
        return tensors;
    }

    /** @param observer is given every tile before the network is run on it, until there is another observer */
    void observe(Consumer<TileTensors> observer) {
        this.observer = observer;
    }

    TensorPool<StepTensors> steps() {
        return steps;
    }

    /** Fills the output with what the network makes of the input. */
    void run(TileTensors tile) {
        observer.accept(tile);
        graphs.get(GraphRole.WHOLE).run(tile);
        guard.ifPresent(checking -> checking.mend(tile));
    }

    /**
     * Runs a network that sees several frames and is one graph.
     *
     * @param inputs all, by their names
     * @param pictures outputs that are written where the caller wants them
     * @return the other outputs; to be closed by the caller
     */
    OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pictures) {
        return graphs.get(GraphRole.WHOLE).run(inputs, pictures);
    }

    /**
     * Runs one graph of a network that is several.
     *
     * @param inputs in the order of the manifest's
     * @param output is written
     */
    void run(GraphRole role, List<OnnxTensor> inputs, OnnxTensor output) {
        graphs.get(role).run(inputs, output);
    }

    private static Map<GraphRole, LoadedNetwork> load(CataloguedNetwork network, Device device) {
        Map<GraphRole, LoadedNetwork> loaded = new EnumMap<>(GraphRole.class);
        try {
            for (NetworkFile file : network.manifest().files()) {
                GraphRole role = file.role();
                loaded.put(role, LoadedNetwork.load(network.manifest(), role, network.onnx(role), device));
            }
            return loaded;
        } catch (RuntimeException e) {
            loaded.values().forEach(LoadedNetwork::close);
            throw e;
        }
    }
}
