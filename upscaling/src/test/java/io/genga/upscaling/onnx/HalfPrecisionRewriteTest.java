package io.genga.upscaling.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.ncnn.SmallNetwork;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HalfPrecisionRewriteTest {

    private static final float[] TWICE = {1, 1, 2, 2};
    private static final int FLOAT = DataType.FLOAT.getNumber();
    private static final int FLOAT16 = DataType.FLOAT16.getNumber();

    private final ModelProto small = NcnnConversion.convert(SmallNetwork.read(), "small");
    private final ModelProto half =
            HalfPrecisionRewrite.apply(new OnnxModel(small, NcnnConversion.INPUT, NcnnConversion.OUTPUT));
    private final float[][][] picture = OnnxRun.picture(9, 7);

    @Test
    void the_weights_take_half_the_space_and_the_pictures_stay() {
        assertThat(types(half)).containsEntry("layer_a_weights", FLOAT16).allSatisfy((name, type) -> assertThat(type)
                .as(name)
                .isEqualTo(name.equals("layer_e_scales_float32") ? FLOAT : FLOAT16));
        assertThat(half.getGraph().getInputList()).isEqualTo(small.getGraph().getInputList());
        assertThat(half.getGraph().getOutputList()).isEqualTo(small.getGraph().getOutputList());
    }

    @Test
    void the_result_is_nearly_the_same_but_rounded() {
        float[][][] expected = OnnxRun.of(small, picture);

        assertThat(OnnxRun.largestDifference(OnnxRun.of(half, picture), expected))
                .isBetween(1e-6, 1 / 255.0);
        assertThat(OnnxRun.largestDifference(OnnxRun.of(HalfPrecisionEmulation.apply(half), picture), expected))
                .isBetween(1e-6, 1 / 255.0);
    }

    @Test
    void a_widened_network_has_the_rounded_weights_in_32_bits() throws InvalidProtocolBufferException {
        ModelProto wide = ModelProto.parseFrom(SinglePrecisionRewrite.apply(half.toByteArray()));

        assertThat(types(wide)).allSatisfy((name, type) -> assertThat(type).isEqualTo(FLOAT));
        assertThat(OnnxRun.largestDifference(OnnxRun.of(wide, picture), OnnxRun.of(half, picture)))
                .isLessThan(1e-3);
    }

    @Test
    void scales_of_resizing_stay_in_32_bits_even_where_they_are_weights_too() {
        HandMadeNetwork network = new HandMadeNetwork().floats("twice", TWICE);
        network.then("Resize", List.of(network.last(), "", "twice"))
                .beside("ReduceMax", List.of("twice"), "two")
                .then("Mul", List.of(network.last(), "two"));

        assertThat(halved(network)).containsEntry("twice_float32", FLOAT).containsEntry("twice", FLOAT16);
    }

    @Test
    void constants_that_are_nodes_are_weights_too() {
        HandMadeNetwork network = new HandMadeNetwork()
                .beside("Constant", List.of(), "half", Attributes.decimal("value_float", 0.5f))
                .beside("Constant", List.of(), "scales", floats("value_floats", TWICE))
                .beside("Constant", List.of(), "third", tensor("value", 1 / 3f));
        network.then("Mul", List.of(network.last(), "half"))
                .then("Resize", List.of(network.last(), "", "scales"))
                .then("Mul", List.of(network.last(), "third"));

        assertThat(halved(network))
                .containsOnly(
                        Map.entry("half", FLOAT16), Map.entry("third", FLOAT16), Map.entry("scales_float32", FLOAT));
    }

    @Test
    void sizes_that_half_precision_cannot_count_stay_right() {
        HandMadeNetwork network = new HandMadeNetwork()
                .beside("Shape", List.of("input"), "shape")
                .beside("Cast", List.of("shape"), "sizes", Attributes.integer("to", FLOAT))
                .floats("twice", TWICE)
                .beside("Mul", List.of("sizes", "twice"), "larger")
                .beside("Cast", List.of("larger"), "wanted", Attributes.integer("to", DataType.INT64.getNumber()));
        network.then("Resize", List.of(network.last(), "", "", "wanted"));

        ModelProto rewritten = HalfPrecisionRewrite.apply(network.model());

        assertThat(OnnxRun.of(rewritten, OnnxRun.picture(1, 2049))[0][0]).hasSize(2 * 2049);
    }

    @Test
    void a_weight_that_does_not_fit_is_refused_by_its_name() {
        assertThatThrownBy(() -> HalfPrecisionRewrite.apply(
                        new HandMadeNetwork().then("Mul", 2).then("Mul", 70000).model()))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(
                        "the weights 'constant_1' hold 70000.0, but half precision ends at 65504: keep this network in"
                                + " fp32");
    }

    @Test
    void branches_are_refused() {
        AttributeProto branch = AttributeProto.newBuilder()
                .setName("then_branch")
                .setG(GraphProto.newBuilder())
                .build();
        HandMadeNetwork network = new HandMadeNetwork().beside("If", List.of("input"), "either", branch);

        assertThatThrownBy(() -> HalfPrecisionRewrite.apply(network.model()))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContaining("the network has branches (If 'either')");
    }

    /** Tries the network, too: ONNX Runtime refuses types that do not fit together. */
    private Map<String, Integer> halved(HandMadeNetwork network) {
        ModelProto rewritten = HalfPrecisionRewrite.apply(network.model());
        assertThat(OnnxRun.largestDifference(
                        OnnxRun.of(rewritten, picture),
                        OnnxRun.of(network.model().model(), picture)))
                .isLessThan(2 / 255.0);
        return types(rewritten);
    }

    /** The type of each constant. */
    private static Map<String, Integer> types(ModelProto model) {
        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getName)
                .doesNotHaveDuplicates();
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() != DataType.INT64.getNumber())
                .collect(Collectors.toMap(TensorProto::getName, TensorProto::getDataType));
    }

    private static AttributeProto floats(String name, float... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute.build();
    }

    private static AttributeProto tensor(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(TensorProto.newBuilder().setDataType(FLOAT).addFloatData(value))
                .build();
    }
}
