package io.genga.upscaling.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkingNetworkTest {

    @Test
    void border_multiple_and_reach_follow_from_the_layers() {
        NcnnNetwork network = ShrinkingNetwork.read(ShrinkingNetwork.PARAM);

        assertThat(network.geometry()).isEqualTo(new Geometry(3, 2, 4.75, 16, false));
        assertThat(network.border()).isEqualTo(4);
        assertThat(network.multiple()).isEqualTo(2);
        assertThat(network.averagesGlobally()).isTrue();
    }

    @Test
    void both_ways_of_writing_it_mean_the_same_shapes() {
        NcnnNetwork older = ShrinkingNetwork.read(ShrinkingNetwork.OLDER_PARAM);

        assertThat(older.geometry())
                .isEqualTo(ShrinkingNetwork.read(ShrinkingNetwork.PARAM).geometry());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f 0=1 4=1                | f 0=0 4=1                 | line 9 Pooling 'mean' is not the average of whole planes (0=1 4=1): only that can be converted
            c d e                    | c d q                    | line 9 Pooling 'mean' reads the tensor 'e', which no earlier layer writes
            2=8 9=1                  | 2=12 9=1                 | line 10 InnerProduct 'squeeze' works on 6 planes, but reads 4
            1 1 f g                  | 1 1 e g                  | line 10 InnerProduct 'squeeze' reads pixels, but works on one number per plane
            2=8 9=4                  | 2=8 9=5                  | line 11 InnerProduct 'excite' is followed by activation 5 with 0 settings: only ReLU (1), leaky ReLU (2) and sigmoid (4) can be converted
            d h i 0=2                | d h i 0=3                | line 12 BinaryOp 'weigh' computes operation 3: only the sum (0) and the product (2) can be converted
            d h i 0=2                | d h i 0=0                | line 12 BinaryOp 'weigh' reads tensors of different sizes
            2 1 d h i                | 2 1 h d i                | line 12 BinaryOp 'weigh' reads one number per plane, but works on pixels
            -23310=2,-2,-2           | -23310=2,-2,-1           | line 14 Crop 'cut' takes the part from [2.0, 2.0] to [-2.0, -1.0] of axes [-2.0, -1.0]: only equal borders can be taken off rows and columns
            -23311=2,-2,-1           | -23311=2,0,1             | line 14 Crop 'cut' takes the part from [2.0, 2.0] to [-2.0, -2.0] of axes [0.0, 1.0]: only equal borders can be taken off rows and columns
            1 1 left k -23309=2,2,2 -23310=2,-2,-2 | 1 1 left k -23309=2,1,1 -23310=2,-1,-1 | line 15 BinaryOp 'sum' reads tensors of different sizes
            3=2 4=3                  | 3=2 4=4                  | line 16 Deconvolution 'larger' pads a kernel of 4x4 by 4, but 0 to 3 are possible
            3=2 4=3                  | 3=2 4=2 18=1             | line 16 Deconvolution 'larger' has the setting 18=1, which cannot be converted
            0=3 1=4 3=2 4=3          | 0=3 1=4 3=3 4=3          | line 16 Deconvolution 'larger' writes pictures that would need 3.8333333333333335 more pixels around the picture, but only whole numbers from 0 to 256 are possible
            """)
    void what_cannot_be_converted_is_refused_by_its_line(String found, String changed, String message) {
        assertThat(ShrinkingNetwork.PARAM).contains(found);

        assertRefused(ShrinkingNetwork.PARAM.replace(found, changed), message);
    }

    @Test
    void a_crop_that_leaves_more_on_one_side_is_refused() {
        assertRefused(
                ShrinkingNetwork.OLDER_PARAM.replace("0=2 1=2\n", "0=1 1=1\n"),
                "line 15 Crop 'cut' takes 1 pixels off the left, but others off the right");
        assertRefused(
                ShrinkingNetwork.OLDER_PARAM.replace("0=2 1=2\n", "0=2 1=1\n"),
                "line 15 Crop 'cut' takes 2 pixels off the left and 1 off the top: only equal borders can be converted");
    }

    private static void assertRefused(String param, String message) {
        assertThatThrownBy(() -> ShrinkingNetwork.read(param))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage("shrinking.param: " + message);
    }
}
