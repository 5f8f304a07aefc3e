package io.genga.upscaling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.genga.upscaling.ncnn.SmallNetwork;
import org.junit.jupiter.api.Test;

class PreluRewriteTest {

    private final ModelProto original = NcnnConversion.convert(SmallNetwork.read(), "small");

    @Test
    void the_slopes_do_not_travel_twice() {
        assertThat(PreluRewrite.apply(original).getGraph().getInitializerList())
                .extracting(TensorProto::getName)
                .doesNotContain("layer_b_slopes");
    }

    @Test
    void one_slope_for_all_planes_stays() {
        ModelProto shared = withSlopes(
                TensorProto.newBuilder().addDims(1).addDims(1).addDims(1).addFloatData(0.5f));

        assertThat(PreluRewrite.apply(shared)).isEqualTo(shared);
    }

    @Test
    void slopes_along_rows_stay() {
        ModelProto rows = withSlopes(TensorProto.newBuilder()
                .addDims(3)
                .addDims(1)
                .addFloatData(0)
                .addFloatData(1)
                .addFloatData(2));

        assertThat(PreluRewrite.apply(rows)).isEqualTo(rows);
    }

    @Test
    void slopes_written_as_single_numbers_are_read_too() {
        TensorProto.Builder single =
                TensorProto.newBuilder().addDims(3).addDims(1).addDims(1);
        for (float slope : SmallNetwork.SLOPES) {
            single.addFloatData(slope);
        }
        float[][][] picture = OnnxRun.picture(5, 6);

        ModelProto rewritten = PreluRewrite.apply(withSlopes(single));

        assertThat(rewritten.getGraph().getNodeCount())
                .isGreaterThan(original.getGraph().getNodeCount());
        assertThat(OnnxRun.largestDifference(OnnxRun.of(rewritten, picture), OnnxRun.of(original, picture)))
                .isLessThan(1e-5);
    }

    @Test
    void a_network_without_them_stays() {
        ModelProto without = ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().setName("empty"))
                .build();

        assertThat(PreluRewrite.apply(without)).isSameAs(without);
    }

    private ModelProto withSlopes(TensorProto.Builder slopes) {
        GraphProto.Builder graph = original.getGraph().toBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            if (graph.getInitializer(i).getName().equals("layer_b_slopes")) {
                graph.setInitializer(
                        i, slopes.setName("layer_b_slopes").setDataType(TensorProto.DataType.FLOAT.getNumber()));
            }
        }
        return original.toBuilder().setGraph(graph).build();
    }
}
