package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** What a manifest says of a network, checked against the network itself by running it on one small picture. */
final class NetworkContract {

    /** Large enough for the kernels of any usual network, small enough to take no time. */
    private static final int TRIAL_SIDE = 16;

    private final NetworkManifest manifest;
    private final OrtSession session;

    private NetworkContract(NetworkManifest manifest, OrtSession session) {
        this.manifest = manifest;
        this.session = session;
    }

    /**
     * @throws UnusableNetworkException where the network is not what its manifest says
     * @throws OrtException where the network cannot be run at all
     */
    static void require(NetworkManifest manifest, OrtSession session, OrtEnvironment environment) throws OrtException {
        NetworkContract contract = new NetworkContract(manifest, session);
        contract.requireName("input", manifest.input().name(), session.getInputNames());
        contract.requireName("output", manifest.output().name(), session.getOutputNames());
        contract.requireScale(environment);
    }

    private void requireName(String role, String expected, Set<String> found) {
        if (!found.equals(Set.of(expected))) {
            throw wrong(role + " is named '" + expected + "'", "has " + role + "s named " + found);
        }
    }

    private void requireScale(OrtEnvironment environment) throws OrtException {
        int side = manifest.padded(TRIAL_SIDE);
        long larger = (long) side * manifest.scale();
        TileTensor picture = TileTensor.allocate(environment, side, side);
        try (OnnxTensor input = picture.tensor();
                OrtSession.Result result = session.run(Map.of(manifest.input().name(), input))) {
            long[] shape = shape(result.get(0));
            if (!Arrays.equals(shape, new long[] {1, TileTensor.CHANNELS, larger, larger})) {
                throw wrong(
                        "scale is " + manifest.scale(),
                        "turns " + side + "x" + side + " pixels into the tensor " + Arrays.toString(shape));
            }
        }
    }

    private static long[] shape(OnnxValue value) throws OrtException {
        return value instanceof OnnxTensor tensor ? tensor.getInfo().getShape() : new long[0];
    }

    private UnusableNetworkException wrong(String said, String found) {
        return new UnusableNetworkException("the manifest of " + manifest.name() + " says that its " + said
                + ", but the network " + found + ": correct the manifest");
    }
}
