package io.genga.upscaling.catalogue;

import java.nio.charset.StandardCharsets;

/**
 * Refuses a tensor that declares another size than it holds, before anything is allocated for it. The field numbers and types
 * are those of {@code TensorProto} in onnx.proto.
 */
final class OnnxTensorSize {

    private static final int DIMENSIONS = 1;
    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    /** Typed data takes a byte per number at least, four-bit numbers half of one. */
    private static final int LEAST_BITS = 4;

    private static final int FLOAT = 1;
    private static final int MOST_NUMBERS = Integer.MAX_VALUE;

    private final String origin;
    private String name = "";
    private long numbers = 1;
    private long type;
    private long rawBytes = -1;
    private long typedBytes;

    private OnnxTensorSize(String origin) {
        this.origin = origin;
    }

    /** @param tensor is read to its end */
    static void require(ProtobufFields tensor, String origin) {
        OnnxTensorSize size = new OnnxTensorSize(origin);
        while (tensor.next()) {
            size.read(tensor);
        }
        size.require();
    }

    private void read(ProtobufFields field) {
        switch (field.number()) {
            case DIMENSIONS -> readDimensions(field);
            case DATA_TYPE -> type = field.isMessage() ? 0 : field.value();
            case NAME -> name = new String(field.content(), StandardCharsets.UTF_8);
            case RAW_DATA -> rawBytes = field.length();
            default -> typedBytes += Math.max(1, field.length());
        }
    }

    private void readDimensions(ProtobufFields field) {
        if (field.isMessage()) {
            ProtobufFields packed = field.message();
            while (packed.nextValue()) {
                multiply(packed.value());
            }
        } else {
            multiply(field.value());
        }
    }

    private void multiply(long dimension) {
        if (dimension < 0 || dimension > MOST_NUMBERS || numbers * dimension > MOST_NUMBERS) {
            throw new UnusableNetworkException(origin + ": a tensor declares " + numbers + " x " + dimension
                    + " numbers, but 0 to " + MOST_NUMBERS + " are possible: export the network again");
        }
        numbers *= dimension;
    }

    private void require() {
        if (type == FLOAT && rawBytes >= 0) {
            require(numbers * Float.BYTES == rawBytes, "", numbers * Float.BYTES, rawBytes);
        } else {
            long least = numbers * LEAST_BITS / Byte.SIZE;
            long held = Math.max(rawBytes, typedBytes);
            require(least <= held, "at least ", least, held);
        }
    }

    private void require(boolean met, String bound, long declared, long held) {
        if (!met) {
            throw new UnusableNetworkException(origin + ": the tensor '" + name + "' declares " + bound + declared
                    + " bytes, but holds " + held + ": the file is damaged, export the network again");
        }
    }
}
