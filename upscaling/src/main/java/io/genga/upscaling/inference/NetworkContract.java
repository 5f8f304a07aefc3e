package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.catalogue.Feedback;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TensorPort;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a manifest says of a network, checked against the network itself by running it on one small picture. */
final class NetworkContract {

    /** Large enough for the kernels of any usual network, small enough to take no time. */
    private static final int TRIAL_SIDE = 16;

    private final NetworkManifest manifest;
    private final GraphRole role;
    private final OrtSession session;

    private NetworkContract(NetworkManifest manifest, GraphRole role, OrtSession session) {
        this.manifest = manifest;
        this.role = role;
        this.session = session;
    }

    /**
     * @param role of the graph that {@code session} holds
     * @throws UnusableNetworkException where the network is not what its manifest says
     * @throws OrtException where the network cannot be run at all
     */
    static void require(NetworkManifest manifest, GraphRole role, OrtSession session, OrtEnvironment environment)
            throws OrtException {
        NetworkContract contract = new NetworkContract(manifest, role, session);
        contract.requireNames("input", contract.inputs().keySet(), session.getInputNames());
        contract.requireNames("output", contract.outputs().keySet(), session.getOutputNames());
        contract.requireShapes(environment);
    }

    private void requireNames(String what, Set<String> expected, Set<String> found) {
        if (!found.equals(expected)) {
            String said = expected.size() == 1
                    ? what + " is named '" + expected.iterator().next() + "'"
                    : what + "s are named " + sorted(expected);
            throw wrong(said, "has " + what + "s named " + sorted(found));
        }
    }

    /** On pictures of zeros, as large as they must be. */
    private void requireShapes(OrtEnvironment environment) throws OrtException {
        Map<String, OnnxTensor> zeros = new HashMap<>();
        try {
            for (Map.Entry<String, TrialShape> input : inputs().entrySet()) {
                zeros.put(input.getKey(), input.getValue().zeros(environment));
            }
            try (OrtSession.Result result = session.run(zeros)) {
                for (Map.Entry<String, TrialShape> output : outputs().entrySet()) {
                    require(
                            output.getKey(),
                            output.getValue(),
                            shape(result.get(output.getKey()).orElseThrow()));
                }
            }
        } finally {
            zeros.values().forEach(OnnxTensor::close);
        }
    }

    private void require(String output, TrialShape expected, long[] found) {
        if (Arrays.equals(found, expected.dimensions())) {
            return;
        }
        int side = side();
        if (output.equals(manifest.output().name())) {
            throw wrong(
                    "scale is " + manifest.scale(),
                    "turns " + side + "x" + side + " pixels into the tensor " + Arrays.toString(found));
        }
        throw wrong(
                "output '" + output + "' has " + expected.channels() + " channels and the scale " + expected.scale(),
                "makes of " + side + "x" + side + " pixels the tensor " + Arrays.toString(found));
    }

    /** Of a tensor in the trial. */
    private record TrialShape(int side, int channels, int scale) {

        long[] dimensions() {
            return new long[] {1, channels, (long) side * scale, (long) side * scale};
        }

        OnnxTensor zeros(OrtEnvironment environment) throws OrtException {
            int numbers = channels * side * scale * side * scale;
            return OnnxTensor.createTensor(environment, FloatBuffer.allocate(numbers), dimensions());
        }
    }

    private Map<String, TrialShape> inputs() {
        if (role != GraphRole.WHOLE) {
            return trialShapes(manifest.graph(role).inputs());
        }
        Map<String, TrialShape> inputs = new HashMap<>();
        inputs.put(manifest.input().name(), new TrialShape(side(), TileTensor.CHANNELS, 1));
        manifest.temporal()
                .neighbours()
                .forEach(neighbour ->
                        inputs.put(neighbour.picture().name(), new TrialShape(side(), TileTensor.CHANNELS, 1)));
        manifest.temporal().feedbacks().forEach(feedback -> inputs.put(feedback.input(), trialShape(feedback)));
        return inputs;
    }

    private Map<String, TrialShape> outputs() {
        if (role != GraphRole.WHOLE) {
            return trialShapes(List.of(manifest.graph(role).output()));
        }
        Map<String, TrialShape> outputs = new HashMap<>();
        manifest.temporal().feedbacks().forEach(feedback -> outputs.put(feedback.output(), trialShape(feedback)));
        outputs.put(manifest.output().name(), new TrialShape(side(), TileTensor.CHANNELS, manifest.scale()));
        return outputs;
    }

    private Map<String, TrialShape> trialShapes(List<TensorPort> ports) {
        return ports.stream()
                .collect(Collectors.toMap(
                        TensorPort::name, port -> new TrialShape(side(), port.channels(), port.scale())));
    }

    private TrialShape trialShape(Feedback feedback) {
        return new TrialShape(side(), feedback.channels(), feedback.scale());
    }

    private int side() {
        return manifest.padded(TRIAL_SIDE);
    }

    private static Set<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }

    private static long[] shape(OnnxValue value) throws OrtException {
        return value instanceof OnnxTensor tensor ? tensor.getInfo().getShape() : new long[0];
    }

    private UnusableNetworkException wrong(String said, String found) {
        String network = role == GraphRole.WHOLE ? "network" : "graph " + role.spelling();
        return new UnusableNetworkException("the manifest of " + manifest.name() + " says that its " + said
                + ", but the " + network + " " + found + ": correct the manifest");
    }
}
