package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.precision.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** Tensors of an ONNX file, from 32 bits a number to 16 and back; those of other types stay as they are. */
final class HalfTensor {

    private HalfTensor() {}

    /**
     * @throws UnusableNetworkException where a number does not fit 16 bits
     */
    static TensorProto narrowed(TensorProto tensor) {
        return FloatTensor.values(tensor)
                .map(values -> withContent(tensor, DataType.FLOAT16, halves(tensor.getName(), values)))
                .orElse(tensor);
    }

    static TensorProto widened(TensorProto tensor) {
        return tensor.getDataType() == DataType.FLOAT16.getNumber()
                ? withContent(tensor, DataType.FLOAT, floats(tensor))
                : tensor;
    }

    private static ByteBuffer halves(String name, float[] values) {
        ByteBuffer bytes = littleEndian(values.length * Short.BYTES);
        for (float value : values) {
            short half = HalfPrecision.fromFloat(value);
            if (!Float.isFinite(HalfPrecision.toFloat(half))) {
                throw new UnusableNetworkException("the weights '" + name + "' hold " + value
                        + ", but half precision ends at 65504: keep this network in fp32");
            }
            bytes.putShort(half);
        }
        return bytes.flip();
    }

    private static ByteBuffer floats(TensorProto tensor) {
        if (tensor.hasRawData()) {
            ShortBuffer halves = tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            ByteBuffer bytes = littleEndian(halves.remaining() * Float.BYTES);
            while (halves.hasRemaining()) {
                bytes.putFloat(HalfPrecision.toFloat(halves.get()));
            }
            return bytes.flip();
        }
        ByteBuffer bytes = littleEndian(tensor.getInt32DataCount() * Float.BYTES);
        tensor.getInt32DataList().forEach(half -> bytes.putFloat(HalfPrecision.toFloat(half.shortValue())));
        return bytes.flip();
    }

    private static TensorProto withContent(TensorProto tensor, DataType type, ByteBuffer content) {
        return tensor.toBuilder()
                .clearFloatData()
                .clearInt32Data()
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(content))
                .build();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
