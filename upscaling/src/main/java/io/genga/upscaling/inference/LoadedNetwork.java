package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkGraph;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One ONNX file on its device, tried once. Safe for use by several threads. */
final class LoadedNetwork implements AutoCloseable {

    private final NetworkManifest manifest;
    private final GraphRole role;
    private final OrtSession session;

    private LoadedNetwork(NetworkManifest manifest, GraphRole role, OrtSession session) {
        this.manifest = manifest;
        this.role = role;
        this.session = session;
    }

    /** As {@link #load(NetworkManifest, GraphRole, byte[], Device)}, of a network that is one graph. */
    static LoadedNetwork load(NetworkManifest manifest, byte[] onnx, Device device) {
        return load(manifest, GraphRole.WHOLE, onnx, device);
    }

    /**
     * @param manifest of the file, but for its sha256
     * @param role of the file
     * @param onnx content of the file
     * @throws UnusableNetworkException where it cannot be run, or is not what its manifest says
     * @throws UnavailableDeviceException where no network can run on this device
     */
    static LoadedNetwork load(NetworkManifest manifest, GraphRole role, byte[] onnx, Device device) {
        try (OrtSession.SessionOptions options = options(device)) {
            OrtSession session = OnnxRuntimeEnvironment.get().createSession(onnx, options);
            return new LoadedNetwork(manifest, role, session).verified();
        } catch (OrtException e) {
            throw failure(manifest, device, e);
        }
    }

    /** Fills the output with what the network makes of the input. */
    void run(TileTensors tiles) {
        try {
            session.run(
                            Map.of(manifest.input().name(), tiles.input().tensor()),
                            Map.of(manifest.output().name(), tiles.output().tensor()))
                    .close();
        } catch (OrtException e) {
            throw new InferenceException("the network " + manifest.name() + " failed on a tile of " + tiles.input(), e);
        }
    }

    /** As {@link InferenceSession#run(Map, Map)}. */
    OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pictures) {
        Set<String> others = new HashSet<>(session.getOutputNames());
        others.removeAll(pictures.keySet());
        try {
            return session.run(inputs, others, pictures);
        } catch (OrtException e) {
            throw new InferenceException("the network " + manifest.name() + " failed on a frame", e);
        }
    }

    /** As {@link InferenceSession#run(GraphRole, List, OnnxTensor)}. */
    void run(List<OnnxTensor> inputs, OnnxTensor output) {
        NetworkGraph graph = manifest.graph(role);
        Map<String, OnnxTensor> named = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            named.put(graph.inputs().get(i).name(), inputs.get(i));
        }
        try {
            session.run(named, Map.of(graph.output().name(), output)).close();
        } catch (OrtException e) {
            throw new InferenceException(
                    "the graph " + role.spelling() + " of the network " + manifest.name() + " failed on a frame", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("the network " + manifest.name() + " cannot be closed", e);
        }
    }

    private LoadedNetwork verified() throws OrtException {
        try {
            NetworkContract.require(manifest, role, session, OnnxRuntimeEnvironment.get());
            return this;
        } catch (OrtException | UnusableNetworkException e) {
            close();
            throw e;
        }
    }

    private static OrtSession.SessionOptions options(Device device) throws OrtException {
        return device instanceof Device.Cuda cuda
                ? CudaSessionOptions.of(cuda)
                : CpuSessionOptions.of((Device.Cpu) device);
    }

    private static RuntimeException failure(NetworkManifest manifest, Device device, OrtException cause) {
        if (device instanceof Device.Cuda cuda) {
            Optional<UnavailableDeviceException> unavailable = CudaFailure.of(cuda, cause);
            if (unavailable.isPresent()) {
                return unavailable.get();
            }
        }
        return new UnusableNetworkException(
                "the network %s (%s) cannot be run: export it again (%s)"
                        .formatted(
                                manifest.name(),
                                manifest.sha256(),
                                cause.getMessage().strip()),
                cause);
    }
}
