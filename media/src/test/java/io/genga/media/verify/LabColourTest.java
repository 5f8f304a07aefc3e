package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabColourTest {

    /** Sharma, Wu and Dalal, 2005, table 1: pairs that tell apart what implementations get wrong. */
    @ParameterizedTest
    @CsvSource({
        "50.0000,  2.6772, -79.7751, 50.0000,  0.0000, -82.7485, 2.0425",
        "50.0000,  3.1571, -77.2803, 50.0000,  0.0000, -82.7485, 2.8615",
        "50.0000,  0.0000,   0.0000, 50.0000, -1.0000,   2.0000, 2.3669",
        "50.0000,  2.4900,  -0.0010, 50.0000, -2.4900,   0.0009, 7.1792",
        "50.0000,  2.4900,  -0.0010, 50.0000, -2.4900,   0.0011, 7.2195",
        "50.0000,  2.5000,   0.0000, 73.0000, 25.0000, -18.0000, 27.1492",
        "50.0000,  2.5000,   0.0000, 61.0000, -5.0000,  29.0000, 22.8977",
        "50.0000,  2.5000,   0.0000, 56.0000,-27.0000,  -3.0000, 31.9030",
        "60.2574,-34.0099,  36.2677, 60.4626,-34.1751,  39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        " 2.0776,  0.0795,  -1.1350,  0.9033, -0.0636,  -0.5514, 0.9082"
    })
    void distances_are_those_of_ciede2000(
            double l1, double a1, double b1, double l2, double a2, double b2, double distance) {
        LabColour one = new LabColour(l1, a1, b1);
        LabColour other = new LabColour(l2, a2, b2);

        assertThat(one.distance(other)).isCloseTo(distance, within(5e-5));
        assertThat(other.distance(one)).isCloseTo(distance, within(5e-5));
        assertThat(one.distance(one)).isZero();
    }

    @Test
    void white_black_and_red_are_where_srgb_has_them() {
        requireNear(LabColour.ofRgb(new double[] {255, 255, 255}), 100, 0, 0);
        requireNear(LabColour.ofRgb(new double[] {0, 0, 0}), 0, 0, 0);
        requireNear(LabColour.ofRgb(new double[] {255, 0, 0}), 53.24, 80.09, 67.20);
    }

    @Test
    void what_cannot_be_shown_is_cut_off() {
        assertThat(LabColour.ofRgb(new double[] {300, -20, 255}))
                .isEqualTo(LabColour.ofRgb(new double[] {255, 0, 255}));
    }

    private static void requireNear(LabColour colour, double l, double a, double b) {
        assertThat(colour.l()).isCloseTo(l, within(0.02));
        assertThat(colour.a()).isCloseTo(a, within(0.02));
        assertThat(colour.b()).isCloseTo(b, within(0.02));
    }
}
