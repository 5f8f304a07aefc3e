package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network in memory, ready to run. One per network and process is enough: safe for use by several threads at once,
 * which then share its threads.
 */
public final class InferenceSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InferenceSession.class);

    private final NetworkManifest manifest;
    private final OrtSession session;
    private final TensorPool tensors;

    private InferenceSession(NetworkManifest manifest, OrtSession session) {
        this.manifest = manifest;
        this.session = session;
        this.tensors = new TensorPool(OnnxRuntimeEnvironment.get(), manifest.scale());
    }

    /**
     * @return to be closed by the caller, after all upscalers that use it
     * @throws UnusableNetworkException where the ONNX file cannot be run, or is not what its manifest says
     * @throws UnavailableDeviceException where no network can run on this device
     */
    public static InferenceSession open(CataloguedNetwork network, Device device) {
        OrtEnvironment environment = OnnxRuntimeEnvironment.get();
        try (OrtSession.SessionOptions options = options(device)) {
            OrtSession session = environment.createSession(network.onnx(), options);
            InferenceSession opened = verified(new InferenceSession(network.manifest(), session));
            LOG.info("Opened network {} on {}", network, device);
            return opened;
        } catch (OrtException e) {
            throw failure(network, device, e);
        }
    }

    public NetworkManifest manifest() {
        return manifest;
    }

    @Override
    public void close() {
        tensors.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("the network " + manifest.name() + " cannot be closed", e);
        }
    }

    TensorPool tensors() {
        return tensors;
    }

    /** Fills the output with what the network makes of the input. */
    void run(TileTensors tile) {
        try {
            session.run(
                            Map.of(manifest.input().name(), tile.input().tensor()),
                            Map.of(manifest.output().name(), tile.output().tensor()))
                    .close();
        } catch (OrtException e) {
            throw new InferenceException("the network " + manifest.name() + " failed on a tile of " + tile.input(), e);
        }
    }

    private static OrtSession.SessionOptions options(Device device) throws OrtException {
        return device instanceof Device.Cuda cuda
                ? CudaSessionOptions.of(cuda)
                : CpuSessionOptions.of((Device.Cpu) device);
    }

    private static RuntimeException failure(CataloguedNetwork network, Device device, OrtException cause) {
        if (device instanceof Device.Cuda cuda) {
            Optional<UnavailableDeviceException> unavailable = CudaFailure.of(cuda, cause);
            if (unavailable.isPresent()) {
                return unavailable.get();
            }
        }
        return new UnusableNetworkException(
                "the network " + network + " cannot be run: export it again ("
                        + cause.getMessage().strip() + ")",
                cause);
    }

    private static InferenceSession verified(InferenceSession opened) throws OrtException {
        try {
            NetworkContract.require(opened.manifest, opened.session, OnnxRuntimeEnvironment.get());
            return opened;
        } catch (OrtException | UnusableNetworkException e) {
            opened.close();
            throw e;
        }
    }
}
