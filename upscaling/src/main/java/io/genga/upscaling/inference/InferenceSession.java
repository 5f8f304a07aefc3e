package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkFile;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.tile.RunShapes;
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
    private final RunShapes shapes;
    private final int threads;
    private final Map<GraphRole, LoadedNetwork> graphs;

    /** ONNX Runtime has no other way to run a network with fewer threads than usual. */
    private final NetworkAtNeed singleThreaded;

    private final Optional<HalfPrecisionGuard> guard;
    private final TensorPool<TileTensors> tensors;
    private final TensorPool<StepTensors> steps;
    private volatile Consumer<List<? extends TileRun>> observer = runs -> {};

    private InferenceSession(CataloguedNetwork network, Device device, RunShapes shapes) {
        this.manifest = network.manifest();
        this.shapes = manifest.dynamic().batch() ? shapes : RunShapes.ANY;
        this.threads = device.threads();
        this.graphs = load(network, device);
        this.singleThreaded = new NetworkAtNeed(() -> LoadedNetwork.load(manifest, network.onnx(), new Device.Cpu(1)));
        this.guard =
                manifest.isHalfPrecision() ? Optional.of(new HalfPrecisionGuard(network, device)) : Optional.empty();
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
        return open(network, device, device.shapes());
    }

    /** @param shapes in which it is run, where the network takes them */
    public static InferenceSession open(CataloguedNetwork network, Device device, RunShapes shapes) {
        InferenceSession session = new InferenceSession(network, device, shapes);
        LOG.info("Opened network {} on {}", network, device);
        return session;
    }

    public NetworkManifest manifest() {
        return manifest;
    }

    /** In which the changed parts of a picture are computed. */
    public RunShapes shapes() {
        return shapes;
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
        singleThreaded.close();
        graphs.values().forEach(LoadedNetwork::close);
    }

    TensorPool<TileTensors> tensors() {
        return tensors;
    }

    /** @param observer is given all runs of a frame before them, until there is another observer */
    void observe(Consumer<List<? extends TileRun>> observer) {
        this.observer = observer;
    }

    void tell(List<? extends TileRun> runs) {
        observer.accept(runs);
    }

    /** That share the work of one run; 1 on a GPU. */
    int threads() {
        return threads;
    }

    TensorPool<StepTensors> steps() {
        return steps;
    }

    /** Fills the output with what the network makes of the input. */
    void run(TileTensors tiles) {
        run(graphs.get(GraphRole.WHOLE), tiles);
    }

    /** The same, with one thread of several, whatever others do meanwhile. */
    void runOnOneThread(TileTensors tiles) {
        run(singleThreaded.get(), tiles);
    }

    private void run(LoadedNetwork network, TileTensors tiles) {
        network.run(tiles);
        guard.ifPresent(checking -> checking.mend(tiles));
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
