package io.genga.upscaling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.genga.upscaling.ncnn.NcnnNetwork;
import io.genga.upscaling.ncnn.NcnnReader;
import io.genga.upscaling.ncnn.ShrinkingNetwork;
import io.genga.upscaling.ncnn.SmallNetwork;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class NcnnConversionTest {

    /** Sums of some hundred products in another order. */
    private static final double ROUNDING = 1e-5;

    private static final List<String> SHRINKING = List.of(ShrinkingNetwork.PARAM, ShrinkingNetwork.OLDER_PARAM);

    private final float[][][] picture = OnnxRun.picture(7, 10);

    @Test
    void the_converted_network_computes_what_its_layers_say() {
        ModelProto model = NcnnConversion.convert(SmallNetwork.read(), "small");

        float[][][] larger = OnnxRun.of(model, picture);

        assertThat(OnnxRun.largestDifference(larger, expected())).isLessThan(ROUNDING);
    }

    @Test
    void it_still_does_with_its_rectifiers_rewritten() {
        ModelProto model = PreluRewrite.apply(NcnnConversion.convert(SmallNetwork.read(), "small"));

        assertThat(model.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .doesNotContain("PRelu")
                .contains("BatchNormalization");
        assertThat(OnnxRun.largestDifference(OnnxRun.of(model, picture), expected()))
                .isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"4, 0.5", "4, 0.75", "2, 0.5", "1, 2"})
    void bicubic_resizing_is_that_of_its_definition(int larger, float factor) {
        NcnnNetwork network = withoutWeights("""
                7767517
                3 3
                Input   data    0 1 data
                Interp  larger  1 1 data a 0=1 1=%1$d 2=%1$d
                Interp  smaller 1 1 a output 0=3 1=%2$s 2=%2$s
                """.formatted(larger, factor));

        float[][][] resized = OnnxRun.of(NcnnConversion.convert(network, "resize"), picture);

        float[][][] expected = Reference.clamp(Reference.bicubic(Reference.nearest(picture, larger), factor));
        assertThat(OnnxRun.largestDifference(resized, expected)).isLessThan(ROUNDING);
    }

    @Test
    void weighted_sums_and_concatenations_keep_their_order() {
        NcnnNetwork network = withoutWeights("""
                7767517
                6 8
                Input        data  0 1 data
                Split        split 1 3 data a b c
                Eltwise      sum   2 1 a b d 0=1 -23301=2,2.500000e-01,5.000000e-01
                Concat       join  2 1 c d e
                Concat       again 2 1 e e f
                PixelShuffle mix   1 1 f output 0=2
                """);

        float[][][] mixed = OnnxRun.of(NcnnConversion.convert(network, "mix"), picture);

        float[][][] joined = Reference.map(
                12, 7, 10, (p, r, c) -> p % 6 < 3 ? picture[p % 6][r][c] : 0.75f * picture[p % 6 - 3][r][c]);
        assertThat(OnnxRun.largestDifference(mixed, Reference.pixelShuffle(joined, 2)))
                .isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @FieldSource("SHRINKING")
    void a_network_that_shrinks_its_picture_gets_pixels_to_take_away(String param) {
        float[][][] even = OnnxRun.picture(6, 10);

        float[][][] larger = OnnxRun.of(NcnnConversion.convert(ShrinkingNetwork.read(param), "shrinking"), even);

        assertThat(OnnxRun.largestDifference(larger, Reference.clamp(ShrinkingReference.of(even))))
                .isLessThan(ROUNDING);
    }

    @Test
    void a_difference_is_added_to_the_picture_that_lies_within_the_border() {
        float[][][] even = OnnxRun.picture(6, 10);
        NcnnNetwork network = ShrinkingNetwork.read(ShrinkingNetwork.PARAM).addedToPicture();

        float[][][] larger = OnnxRun.of(NcnnConversion.convert(network, "shrinking"), even);

        float[][][] sum = Reference.add(ShrinkingReference.of(even), Reference.nearest(even, 2));
        assertThat(OnnxRun.largestDifference(larger, Reference.clamp(sum))).isLessThan(ROUNDING);
    }

    private float[][][] expected() {
        float[][][] first = Reference.convolution(picture, SmallNetwork.FIRST_WEIGHTS, SmallNetwork.FIRST_BIAS, 1);
        float[][][] rectified = Reference.parametricRelu(first, SmallNetwork.SLOPES);
        float[][][] second =
                Reference.convolution(rectified, SmallNetwork.SECOND_WEIGHTS, SmallNetwork.SECOND_BIAS, 0.5);
        return Reference.clamp(Reference.add(Reference.pixelShuffle(second, 2), Reference.nearest(picture, 2)));
    }

    private static NcnnNetwork withoutWeights(String param) {
        return NcnnReader.read(param, "test.param", ByteBuffer.allocate(0), "test.bin");
    }
}
