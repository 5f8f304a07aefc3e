package io.genga.upscaling.precision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @Test
    void every_number_of_16_bits_comes_back() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float value = HalfPrecision.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.fromFloat(value)).isEqualTo((short) bits);
            }
        }
        assertThat(HalfPrecision.toFloat(HalfPrecision.fromFloat(Float.NaN))).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0x1.002p0, 3c00",
        "0x1.006p0, 3c02",
        "0x1.002002p0, 3c01",
        "0x1.ffep0, 4000",
        "0x1p-25, 0000",
        "0x3p-25, 0002",
        "0x1.ffap-15, 03ff",
        "0x1.ffep-15, 0400",
        "65519, 7bff",
        "65520, 7c00",
        "-1e30, fc00",
        "-1e-30, 8000"
    })
    void others_become_the_nearest_one_and_the_even_one_of_two(String value, String bits) {
        short expected = (short) Integer.parseInt(bits, 16);

        assertThat(HalfPrecision.fromFloat((float) Double.parseDouble(value))).isEqualTo(expected);
    }
}
