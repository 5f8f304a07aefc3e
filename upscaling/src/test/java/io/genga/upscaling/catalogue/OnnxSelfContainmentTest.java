package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxSelfContainmentTest {

    private static final byte[] EXTERNAL_TENSOR = field(13, "location: /etc/passwd".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(strings = {"genga-cel-x2", "nearest-x2"})
    void the_networks_built_in_need_no_other_file(String name) {
        byte[] onnx = NetworkCatalogue.builtIn().find(name).orElseThrow().onnx();

        assertThatCode(() -> OnnxSelfContainment.require(onnx, "test.onnx")).doesNotThrowAnyException();
    }

    @Test
    void weights_in_another_file_are_refused() {
        assertExternalDataRefused(field(7, field(5, EXTERNAL_TENSOR)));
    }

    @Test
    void sparse_weights_in_another_file_are_refused() {
        assertExternalDataRefused(field(7, field(15, field(1, EXTERNAL_TENSOR))));
    }

    @Test
    void a_constant_in_another_file_is_refused() {
        assertExternalDataRefused(field(7, field(1, field(5, field(5, EXTERNAL_TENSOR)))));
    }

    @Test
    void a_constant_of_a_function_in_another_file_is_refused() {
        assertExternalDataRefused(field(25, field(7, field(5, field(10, EXTERNAL_TENSOR)))));
    }

    @Test
    void weights_of_a_branch_in_another_file_are_refused_however_deep_it_lies() {
        byte[] graph = field(5, EXTERNAL_TENSOR);
        for (int depth = 0; depth < 2_000; depth++) {
            graph = field(1, field(5, field(6, graph)));
        }
        assertExternalDataRefused(field(7, graph));
    }

    @Test
    void a_text_that_only_mentions_another_file_is_accepted() {
        byte[] named = field(7, field(5, field(8, EXTERNAL_TENSOR)));

        assertThatCode(() -> OnnxSelfContainment.require(named, "test.onnx")).doesNotThrowAnyException();
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_or_ends_between_two_fields() {
        byte[] onnx =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().onnx();

        long refused = IntStream.range(1, onnx.length)
                .filter(length -> isRefusedAsDamaged(Arrays.copyOf(onnx, length)))
                .count();

        assertThat(refused).isGreaterThan(onnx.length - 10);
    }

    @Test
    void a_text_is_no_network() {
        byte[] text = "this is no network".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OnnxSelfContainment.require(text, "test.onnx"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageMatching("test.onnx is no ONNX file \\(damaged at byte \\d+\\): export the network again");
    }

    private static void assertExternalDataRefused(byte[] onnx) {
        assertThatThrownBy(() -> OnnxSelfContainment.require(onnx, "test.onnx"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage("test.onnx keeps weights in another file: export the network as one file,"
                        + " without external data");
    }

    private static boolean isRefusedAsDamaged(byte[] onnx) {
        try {
            OnnxSelfContainment.require(onnx, "test.onnx");
            return false;
        } catch (UnusableNetworkException e) {
            return e.getMessage().contains("damaged");
        }
    }

    /** A field of the wire type that has a length: tag, length, content. */
    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        writeVarint(field, number << 3 | 2);
        writeVarint(field, content.length);
        field.writeBytes(content);
        return field.toByteArray();
    }

    private static void writeVarint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
