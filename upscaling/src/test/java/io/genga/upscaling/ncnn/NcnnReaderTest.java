package io.genga.upscaling.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NcnnReaderTest {

    @Test
    void layers_are_read_with_their_weights() {
        NcnnNetwork network = SmallNetwork.read();

        assertThat(network.layers())
                .extracting(Layer::name)
                .containsExactly("data", "split", "first", "rectifier", "second", "shuffle", "larger", "sum");
        Operation.Convolution first =
                (Operation.Convolution) network.layers().get(2).operation();
        assertThat(first.weights()).containsExactly(SmallNetwork.FIRST_WEIGHTS);
        assertThat(first.bias()).containsExactly(SmallNetwork.FIRST_BIAS);
        assertThat(first.activation()).isEqualTo(new Activation.Rectifier(1));
        Operation.Convolution second =
                (Operation.Convolution) network.layers().get(4).operation();
        assertThat(second.weights()).containsExactly(SmallNetwork.SECOND_WEIGHTS);
        assertThat(second.activation()).isEqualTo(new Activation.Rectifier(0.5f));
    }

    @Test
    void scale_receptive_field_and_parameters_follow_from_the_layers() {
        NcnnNetwork network = SmallNetwork.read();

        assertThat(network.geometry()).isEqualTo(new Geometry(3, 2, 2));
        assertThat(network.parameters()).isEqualTo(81 + 3 + 3 + 324 + 12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7767517         | 7767518        | small.param: line 1 is not 7767517, so this is no .param file of ncnn in its text form
            8 9             | 9 9            | small.param announces 9 layers, but holds 8: it is damaged, fetch it again
            8 9             | 8 10           | small.param announces 10 tensors, but holds 9: it is damaged, fetch it again
            8 9             | 8              | small.param: line 2 must hold the numbers of layers and tensors, but is '8'
            'PReLU '        | 'Softmax '     | small.param: line 6 Softmax 'rectifier' is of a type that cannot be converted: only plain convolutional networks can be
            0=3 1=3 4=1     | 0=3 1=3 4=0    | small.param: line 10 BinaryOp 'sum' reads tensors of different sizes
            0=3 1=3 4=1     | 0=3 1=3 4=3    | small.param: line 5 Convolution 'first' pads a kernel of 3x3 by 3, but 0 to 2 are possible
            4=1 5=1 6=81    | 3=2 4=1 5=1 6=81 | small.param: line 10 BinaryOp 'sum' reads tensors of different sizes
            4=1 5=1 6=81    | 3=0 4=1 5=1 6=81 | small.param: line 5 Convolution 'first' declares 0 pixels of stride, but 1 to 16 are possible
            4=1 5=1 6=81    | 2=2 4=1 5=1 6=81 | small.param: line 5 Convolution 'first' has the setting 2=2, which cannot be converted
            6=81            | 6=80           | small.param: line 5 Convolution 'first' declares 80 weights, which is no multiple of 3 kernels of 3x3
            6=81            | 6=9999999999   | small.param: line 5 sets 6=9999999999, which is no whole number within 32 bits
            6=324           | 6=216          | small.param: line 7 Convolution 'second' works on 2 planes, but reads 3
            1 1 b c         | 1 1 z c        | small.param: line 7 Convolution 'second' reads the tensor 'z', which no earlier layer writes
            2 1 d e output  | 2 1 d b output | small.param: line 10 BinaryOp 'sum' reads tensors of different sizes
            1 1 c d 0=2     | 1 1 c d 0=4    | small.param: line 8 PixelShuffle 'shuffle' makes pixels of every 16 planes, but reads 12
            1=2.000000e+00  | 1=1.500000e+00 | small.param: line 9 Interp 'larger' stretches the picture: only equal factors of width and height can be converted
            0=1 1=2         | 0=2 1=2        | small.param: line 9 Interp 'larger' resizes by 2.0 with method 2: only nearest (1) by whole numbers and bicubic (3) can be converted
            d e output      | d              | small.param: line 10 names fewer tensors than the 3 it announces
            -23310=1,5      | -23310=2,5     | small.param: line 7 announces 2 numbers for setting 10, but holds 1
            """)
    void what_cannot_be_converted_is_refused_by_its_line(String found, String changed, String message) {
        assertThat(SmallNetwork.PARAM).contains(found);

        assertRefused(SmallNetwork.PARAM.replace(found, changed), SmallNetwork.bin(), message);
    }

    @Test
    void a_param_file_cut_off_anywhere_before_its_last_name_is_refused() {
        for (int length = 0; length < SmallNetwork.PARAM.lastIndexOf("output"); length++) {
            String cut = SmallNetwork.PARAM.substring(0, length);
            assertThatThrownBy(() -> NcnnReader.read(cut, "small.param", SmallNetwork.bin(), "small.bin"))
                    .isInstanceOf(UnusableNetworkException.class)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_bin_file_cut_off_anywhere_is_refused() {
        ByteBuffer bin = SmallNetwork.bin();
        for (int length = 0; length < bin.capacity(); length++) {
            ByteBuffer cut = bin.duplicate().limit(length);
            assertThatThrownBy(() -> NcnnReader.read(SmallNetwork.PARAM, "small.param", cut, "small.bin"))
                    .isInstanceOf(UnusableNetworkException.class)
                    .hasMessageContainingAll("line", "bytes at byte", "small.bin, but only");
        }
    }

    @Test
    void a_bin_file_that_goes_on_is_refused() {
        ByteBuffer longer = ByteBuffer.allocate(SmallNetwork.bin().capacity() + 4)
                .put(SmallNetwork.bin())
                .rewind();

        assertRefused(
                SmallNetwork.PARAM,
                longer,
                "small.bin goes on for 4 bytes after the last weight that small.param asks for: the two files do not"
                        + " belong together");
    }

    @Test
    void gigabytes_that_are_only_declared_are_refused_before_they_are_allocated() {
        String param = SmallNetwork.PARAM.replace("0=3 1=3 4=1 5=1 6=81", "0=4096 1=3 4=1 5=1 6=2147456000");

        assertRefused(
                param.replace("6=2147456000", "6=" + 4096 * 9 * 58_000),
                SmallNetwork.bin(),
                "small.param: line 5 Convolution 'first' needs 4276224000 bytes at byte 4 of small.bin, but only 1536 are"
                        + " left: the two files do not belong together, or one is damaged");
    }

    @Test
    void tensors_that_grow_without_end_are_refused() {
        StringBuilder param = new StringBuilder("7767517\n21 21\nInput data 0 1 data\n");
        String tensor = "data";
        for (int i = 0; i < 20; i++) {
            String doubled = i == 19 ? "output" : "t" + i;
            param.append("Concat join%1$d 2 1 %2$s %2$s %3$s%n".formatted(i, tensor, doubled));
            tensor = doubled;
        }

        assertRefused(
                param.toString(),
                ByteBuffer.allocate(0),
                "small.param: line 16 Concat 'join12' makes 24576 numbers of each pixel of the input, but at most 16384 are"
                        + " possible");
    }

    @Test
    void weights_of_eight_bits_are_refused() {
        ByteBuffer bin = SmallNetwork.bin().order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x000D4B38);

        assertRefused(
                SmallNetwork.PARAM,
                bin,
                "small.param: line 5 Convolution 'first' has weights stored as 0x000d4b38 in small.bin, but only 32-bit and"
                        + " 16-bit floats can be read");
    }

    @Test
    void a_weight_that_is_no_number_is_refused() {
        ByteBuffer bin = SmallNetwork.bin().order(ByteOrder.LITTLE_ENDIAN).putShort(4, (short) 0x7e00);

        assertRefused(
                SmallNetwork.PARAM,
                bin,
                "small.param: line 5 Convolution 'first' has the weight NaN in small.bin, which is no number to compute with");
    }

    @Test
    void a_second_result_is_refused() {
        String param = SmallNetwork.PARAM.replace("2 1 d e output", "2 1 d d output");

        assertRefused(
                param,
                SmallNetwork.bin(),
                "small.param: line 10 BinaryOp 'sum' must write the only result, but 2 tensors are read by no layer");
    }

    private static void assertRefused(String param, ByteBuffer bin, String message) {
        assertThatThrownBy(() -> NcnnReader.read(param, "small.param", bin, "small.bin"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(message);
    }
}
