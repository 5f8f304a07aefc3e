package io.genga.upscaling.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Refuses a network whose weights lie in other files, since reading those would let whoever wrote it read files of this
 * machine, or are not as many as it declares. Walks the messages of {@code onnx.proto} that can hold a tensor, without building them.
 */
final class OnnxSelfContainment {

    /** The messages of onnx.proto on the way to a tensor, with the numbers of the fields that lead on. */
    private enum Message {
        MODEL,
        TRAINING_INFO,
        GRAPH,
        FUNCTION,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        TENSOR;

        /** The message that field {@code number} holds; null where no tensor can lie below it. */
        Message below(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 20 ? TRAINING_INFO : number == 25 ? FUNCTION : null;
                case TRAINING_INFO -> number == 1 || number == 2 ? GRAPH : null;
                case GRAPH -> number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE_TENSOR : null;
                case FUNCTION -> number == 7 ? NODE : number == 11 ? ATTRIBUTE : null;
                case NODE -> number == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> belowAttribute(number);
                case SPARSE_TENSOR -> number == 1 || number == 2 ? TENSOR : null;
                case TENSOR -> null;
            };
        }

        private static Message belowAttribute(int number) {
            return switch (number) {
                case 5, 10 -> TENSOR;
                case 6, 11 -> GRAPH;
                case 22, 23 -> SPARSE_TENSOR;
                default -> null;
            };
        }
    }

    private record Part(Message message, ProtobufFields fields) {}

    /** TensorProto.external_data: key and value of a place outside of the file. */
    private static final int EXTERNAL_DATA = 13;

    private final Deque<Part> unread = new ArrayDeque<>();
    private final List<ProtobufFields> tensors = new ArrayList<>();
    private final String origin;

    private OnnxSelfContainment(String origin) {
        this.origin = origin;
    }

    static void require(byte[] onnx, String origin) {
        try {
            new OnnxSelfContainment(origin).walk(onnx);
        } catch (MalformedProtobufException e) {
            throw new UnusableNetworkException(
                    origin + " is no ONNX file (" + e.getMessage() + "): export the network again", e);
        }
    }

    /** Keeps its own stack, so that messages nested without end do not exhaust the thread's. */
    private void walk(byte[] onnx) {
        unread.push(new Part(Message.MODEL, new ProtobufFields(onnx, 0, onnx.length)));
        while (!unread.isEmpty()) {
            Part part = unread.pop();
            while (part.fields().next()) {
                visit(part);
            }
        }
        tensors.forEach(tensor -> OnnxTensorSize.require(tensor, origin));
    }

    private void visit(Part part) {
        int number = part.fields().number();
        if (part.message() == Message.TENSOR && number == EXTERNAL_DATA) {
            throw new UnusableNetworkException(
                    origin + " keeps weights in another file: export the network as one file, without external data");
        }
        Message below = part.message().below(number);
        if (below != null && part.fields().isMessage()) {
            if (below == Message.TENSOR) {
                tensors.add(part.fields().message());
            }
            unread.push(new Part(below, part.fields().message()));
        }
    }
}
