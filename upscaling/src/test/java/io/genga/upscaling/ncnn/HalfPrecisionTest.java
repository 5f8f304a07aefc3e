package io.genga.upscaling.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "0000, 0",
        "8000, -0.0",
        "0001, 0x1.0p-24",
        "03ff, 0x3ffp-24",
        "0400, 0x1p-14",
        "3555, 0x555p-12",
        "3c00, 1",
        "c500, -5",
        "7bff, 65504",
        "7c00, Infinity",
        "fc00, -Infinity",
        "7e00, NaN"
    })
    void bits_mean_what_the_standard_says(String bits, String value) {
        Float expected =
                value.startsWith("0x") ? Float.valueOf((float) Double.parseDouble(value)) : Float.valueOf(value);

        assertThat(Float.valueOf(HalfPrecision.toFloat((short) Integer.parseInt(bits, 16))))
                .isEqualTo(expected);
    }
}
