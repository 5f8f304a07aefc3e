package io.genga.upscaling.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the graphs of a network of bidirectional recurrence, and finds out how they belong together. By role they take, in this order:
 *
 * <pre>
 * clean            the frame
 * flow             the cleaned frame, the cleaned frame of the step before
 * backward-step    the cleaned frame, the state of the step before, the flow between both
 * forward-step     the same
 * reconstruct      the cleaned frame, its backward state, its forward state
 * </pre>
 *
 * <p>Each gives one tensor. The recurrence is that of BasicVSR (Chan et al., CVPR 2021).
 */
final class GraphReader {

    private static final int PICTURE_CHANNELS = 3;

    /** What a graph takes: a tensor of this role, made by another graph or, where there is none, given or fed by itself. */
    private record Taken(TensorRole role, Optional<GraphRole> source) {

        static Taken of(TensorRole role) {
            return new Taken(role, Optional.empty());
        }

        static Taken of(TensorRole role, GraphRole source) {
            return new Taken(role, Optional.of(source));
        }

        boolean fits(TensorPort port) {
            return port.hasRole(role) && port.source().equals(source);
        }
    }

    private final ManifestFields fields;
    private final int scale;

    /** @param scale of the network */
    GraphReader(ManifestFields fields, int scale) {
        this.fields = fields;
        this.scale = scale;
    }

    /** In the order of their roles. */
    List<NetworkGraph> graphs() {
        List<NetworkGraph> graphs = fields.list("graphs").stream()
                .map(GraphReader::graph)
                .sorted(Comparator.comparing(NetworkGraph::role))
                .toList();
        List<GraphRole> found = graphs.stream().map(NetworkGraph::role).toList();
        require(found.equals(GraphRole.ofBothDirections()), "such that each of " + roles() + " is there once");
        graphs.forEach(graph -> requireSources(graph, graphs));
        requirePictures(graphs);
        return graphs;
    }

    private static NetworkGraph graph(ManifestFields graph) {
        GraphRole role = graph.oneOf("role", GraphRole.ofBothDirections(), GraphRole::spelling);
        List<TensorPort> inputs = inOrder(graph, role, ports(graph, "inputs", true));
        List<TensorPort> outputs = ports(graph, "outputs", false);
        graph.require(
                "outputs",
                outputs.size() == 1 && outputs.get(0).hasRole(made(role)),
                "one of the role " + made(role).spelling());
        NetworkFile file = new NetworkFile(role, graph.sha256("sha256"), graph.integer("bytes", 1));
        return new NetworkGraph(file, graph.text("file"), inputs, outputs.get(0));
    }

    private static List<TensorPort> ports(ManifestFields graph, String field, boolean clampedUnlessSaid) {
        return graph.list(field).stream()
                .map(port -> PortReader.port(port, List.of(TensorRole.values()), clampedUnlessSaid))
                .toList();
    }

    private static List<TensorPort> inOrder(ManifestFields graph, GraphRole role, List<TensorPort> found) {
        List<TensorPort> inputs = new ArrayList<>();
        for (Taken taken : taken(role)) {
            List<TensorPort> fitting = found.stream().filter(taken::fits).toList();
            requireTaken(graph, role, fitting.size() == 1);
            inputs.add(fitting.get(0));
        }
        requireTaken(graph, role, inputs.size() == found.size());
        return inputs;
    }

    private static void requireTaken(ManifestFields graph, GraphRole role, boolean met) {
        graph.require("inputs", met, "those of " + role.spelling() + ", as docs/networks.md lists them");
    }

    private static List<Taken> taken(GraphRole role) {
        Taken cleaned = Taken.of(TensorRole.FRAME, GraphRole.CLEAN);
        return switch (role) {
            case CLEAN -> List.of(Taken.of(TensorRole.FRAME));
            case FLOW -> List.of(cleaned, Taken.of(TensorRole.NEIGHBOUR, GraphRole.CLEAN));
            case BACKWARD_STEP, FORWARD_STEP ->
                List.of(cleaned, Taken.of(TensorRole.HIDDEN_STATE), Taken.of(TensorRole.FLOW, GraphRole.FLOW));
            case RECONSTRUCT ->
                List.of(
                        cleaned,
                        Taken.of(TensorRole.HIDDEN_STATE, GraphRole.BACKWARD_STEP),
                        Taken.of(TensorRole.HIDDEN_STATE, GraphRole.FORWARD_STEP));
            case WHOLE -> throw new IllegalArgumentException("a network that is one graph has no graphs");
        };
    }

    private static TensorRole made(GraphRole role) {
        return switch (role) {
            case FLOW -> TensorRole.FLOW;
            case BACKWARD_STEP, FORWARD_STEP -> TensorRole.HIDDEN_STATE;
            case WHOLE, CLEAN, RECONSTRUCT -> TensorRole.FRAME;
        };
    }

    /** What a graph takes of another one, or of its own last step, is as that makes it. */
    private void requireSources(NetworkGraph graph, List<NetworkGraph> graphs) {
        for (TensorPort input : graph.inputs()) {
            input.source().ifPresent(source -> requireAlike(graph, input, output(source, graphs)));
            if (input.source().isEmpty() && input.isFed()) {
                requireAlike(graph, input, graph.output());
                boolean fed = graph.output().feeds().equals(Optional.of(input.name()));
                require(fed, "such that '" + graph.output().name() + "' feeds '" + input.name() + "'");
            }
        }
    }

    private void requireAlike(NetworkGraph graph, TensorPort input, TensorPort made) {
        boolean alike = input.channels() == made.channels()
                && input.scale() == made.scale()
                && input.colours().equals(made.colours());
        require(
                alike,
                "such that '%s' of %s is like '%s', which it takes"
                        .formatted(input.name(), graph.role().spelling(), made.name()));
    }

    private void requirePictures(List<NetworkGraph> graphs) {
        requirePicture(graphs.get(0).inputs().get(0), 1);
        requirePicture(output(GraphRole.RECONSTRUCT, graphs), scale);
    }

    private void requirePicture(TensorPort port, int expectedScale) {
        require(
                port.channels() == PICTURE_CHANNELS && port.scale() == expectedScale,
                "such that '" + port.name() + "' has 3 channels and the scale " + expectedScale);
    }

    private static TensorPort output(GraphRole role, List<NetworkGraph> graphs) {
        return graphs.stream()
                .filter(graph -> graph.role() == role)
                .map(NetworkGraph::output)
                .findFirst()
                .orElseThrow();
    }

    private void require(boolean met, String expected) {
        fields.requireOfMany("graphs", met, expected);
    }

    private static String roles() {
        return GraphRole.ofBothDirections().stream().map(GraphRole::spelling).collect(Collectors.joining(", "));
    }
}
