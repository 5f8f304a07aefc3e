package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

class OnnxTensorSizeTest {

    @Test
    void ten_gigabytes_that_are_only_declared_are_refused() {
        assertRefused(
                tensor(TensorProto.DataType.FLOAT, 50_000, 50_000).setRawData(ByteString.copyFrom(new byte[4])),
                "test.onnx: a tensor declares 50000 x 50000 numbers, but 0 to 2147483647 are possible: export the network again");
    }

    @Test
    void one_gigabyte_that_is_only_declared_is_refused() {
        assertRefused(
                tensor(TensorProto.DataType.FLOAT, 16_000, 16_000).setRawData(ByteString.copyFrom(new byte[4])),
                "test.onnx: the tensor 'weights' declares 1024000000 bytes, but holds 4: the file is damaged,"
                        + " export the network again");
    }

    @Test
    void numbers_that_are_missing_in_typed_fields_are_refused() {
        assertRefused(
                tensor(TensorProto.DataType.INT64, 1_000_000).addInt64Data(1),
                "test.onnx: the tensor 'weights' declares at least 500000 bytes, but holds 1: the file is damaged,"
                        + " export the network again");
    }

    @Test
    void negative_dimensions_are_refused() {
        assertRefused(
                tensor(TensorProto.DataType.FLOAT, -1),
                "test.onnx: a tensor declares 1 x -1 numbers, but 0 to 2147483647 are possible: export the network again");
    }

    @Test
    void tensors_that_hold_what_they_declare_are_accepted() {
        assertAccepted(tensor(TensorProto.DataType.FLOAT, 2, 3).setRawData(ByteString.copyFrom(new byte[24])));
        assertAccepted(tensor(TensorProto.DataType.FLOAT, 2).addFloatData(1).addFloatData(2));
        assertAccepted(tensor(TensorProto.DataType.INT64, 3)
                .addInt64Data(1)
                .addInt64Data(-1)
                .addInt64Data(3));
        assertAccepted(tensor(TensorProto.DataType.STRING, 2)
                .addStringData(ByteString.EMPTY)
                .addStringData(ByteString.EMPTY));
        assertAccepted(tensor(TensorProto.DataType.FLOAT, 0));
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("weights").setDataType(type.getNumber());
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor;
    }

    private static void assertAccepted(TensorProto.Builder tensor) {
        assertThatCode(() -> OnnxSelfContainment.require(file(tensor), "test.onnx"))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(TensorProto.Builder tensor, String message) {
        assertThatThrownBy(() -> OnnxSelfContainment.require(file(tensor), "test.onnx"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(message);
    }

    private static byte[] file(TensorProto.Builder tensor) {
        return ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().addInitializer(tensor))
                .build()
                .toByteArray();
    }
}
