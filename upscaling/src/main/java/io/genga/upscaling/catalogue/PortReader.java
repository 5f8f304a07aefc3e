package io.genga.upscaling.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the tensors of a network that sees more than single frames, and finds out how they belong together. */
final class PortReader {

    private static final int PICTURE_CHANNELS = 3;

    /** Every one of them is a frame to be held. */
    private static final int FARTHEST_NEIGHBOUR = 16;

    private static final String HAS_MEMORY = "such that one has the role previous-output or hidden-state";
    private static final String HAS_NONE =
            "without the roles previous-output and hidden-state, which belong to forward-recurrence";

    private final ManifestFields fields;
    private final int scale;
    private final List<TensorPort> inputs;
    private final List<TensorPort> outputs;

    /** @param scale of the network */
    PortReader(ManifestFields fields, int scale) {
        this.fields = fields;
        this.scale = scale;
        this.inputs = ports("inputs", true);
        this.outputs = ports("outputs", false);
    }

    /** The frame that is made larger. */
    TensorDescription input() {
        return only("inputs", inputs, 1);
    }

    TensorDescription output() {
        return only("outputs", outputs, scale);
    }

    TemporalTensors temporal(TemporalContract contract) {
        List<Neighbour> neighbours = inputs.stream()
                .filter(port -> port.hasRole(TensorRole.NEIGHBOUR))
                .map(this::neighbour)
                .sorted(Comparator.comparingInt(Neighbour::offset))
                .toList();
        List<Feedback> feedbacks =
                inputs.stream().filter(TensorPort::isFed).map(this::feedback).toList();
        boolean recurrent = contract == TemporalContract.FORWARD_RECURRENCE;
        fields.require("inputs", recurrent != feedbacks.isEmpty(), recurrent ? HAS_MEMORY : HAS_NONE);
        fields.require("outputs", outputs.stream().allMatch(this::isUsed), "the result, or something that is fed back");
        return new TemporalTensors(neighbours, feedbacks, recurrent ? ManifestReader.warmUp(fields) : 0);
    }

    private TensorDescription only(String field, List<TensorPort> ports, int expectedScale) {
        List<TensorPort> frames =
                ports.stream().filter(port -> port.hasRole(TensorRole.FRAME)).toList();
        fields.require(field, frames.size() == 1, "tensors of which exactly one has the role frame");
        return picture(field, frames.get(0), expectedScale);
    }

    private Neighbour neighbour(TensorPort port) {
        boolean known = port.offset() != 0 && Math.abs(port.offset()) <= FARTHEST_NEIGHBOUR;
        fields.require("inputs", known, "such that a neighbour is 1 to " + FARTHEST_NEIGHBOUR + " frames away");
        return new Neighbour(picture("inputs", port, 1), port.offset());
    }

    private TensorDescription picture(String field, TensorPort port, int expectedScale) {
        boolean fits = port.channels() == PICTURE_CHANNELS && port.scale() == expectedScale;
        fields.require(field, fits, "such that '" + port.name() + "' has 3 channels and the scale " + expectedScale);
        return port.picture().orElseThrow();
    }

    private Feedback feedback(TensorPort input) {
        List<TensorPort> feeding = outputs.stream()
                .filter(output -> output.feeds().equals(Optional.of(input.name())))
                .toList();
        fields.require("outputs", feeding.size() == 1, "such that exactly one feeds '" + input.name() + "'");
        TensorPort output = feeding.get(0);
        boolean alike = output.channels() == input.channels()
                && output.scale() == input.scale()
                && input.hasRole(TensorRole.PREVIOUS_OUTPUT) == output.hasRole(TensorRole.FRAME)
                && input.colours().equals(output.colours());
        fields.require(
                "outputs",
                alike,
                "such that '" + output.name() + "' is what '" + input.name() + "' takes: it feeds that");
        return new Feedback(input.name(), output.name(), input.channels(), input.scale());
    }

    private boolean isUsed(TensorPort output) {
        return output.hasRole(TensorRole.FRAME)
                || output.feeds().isPresent()
                        && inputs.stream()
                                .anyMatch(input ->
                                        input.isFed() && output.feeds().get().equals(input.name()));
    }

    private List<TensorPort> ports(String field, boolean clampedUnlessSaid) {
        return fields.list(field).stream()
                .map(port -> port(port, TensorRole.ofOneGraph(), clampedUnlessSaid))
                .toList();
    }

    /** @param roles that it may have */
    static TensorPort port(ManifestFields fields, List<TensorRole> roles, boolean clampedUnlessSaid) {
        TensorRole role = fields.oneOf("role", roles, TensorRole::spelling);
        return new TensorPort(
                fields.text("name"),
                role,
                role.isPicture() ? Optional.of(ManifestReader.tensor(fields, clampedUnlessSaid)) : Optional.empty(),
                fields.smallInteger("channels", 1),
                fields.smallInteger("scale", 1),
                fields.has("offset") ? fields.wholeNumber("offset") : 0,
                fields.optionalText("feeds"),
                fields.has("source")
                        ? Optional.of(fields.oneOf("source", GraphRole.ofBothDirections(), GraphRole::spelling))
                        : Optional.empty());
    }
}
