package io.genga.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NalUnitsTest {

    private static final NalUnits WITH_START_CODES = NalUnits.of(NalSyntax.H264, bytes(""));

    /** Lengths of two bytes; SPS 0 and PPS 0. */
    private static final ByteBuffer HEADER = bytes("01 42c00a fd e1 0005 6742c00a88 01 0002 6888");

    private static final NalUnits WITH_LENGTHS = NalUnits.of(NalSyntax.H264, HEADER);

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void units_are_split_by_their_lengths() {
        assertThat(WITH_LENGTHS.split(bytes("0002 0910 0003 658880")))
                .containsExactly(bytes("0910"), bytes("658880"))
                .extracting(NalSyntax.H264::type)
                .containsExactly(9, 5);
    }

    @Test
    void units_are_split_at_start_codes_of_three_and_four_bytes() {
        assertThat(WITH_START_CODES.split(bytes("00000001 0910 000001 658880")))
                .extracting(NalSyntax.H264::type)
                .containsExactly(9, 5);
    }

    @Test
    void parameter_sets_are_found_in_the_header() {
        assertThat(WITH_LENGTHS.inHeader(HEADER)).containsExactly(bytes("6742c00a88"), bytes("6888"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0003 0910", "ffff", "0002 0910 0001"})
    void a_unit_longer_than_its_packet_is_malformed(String packet) {
        assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> WITH_LENGTHS.split(bytes(packet)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01 42", "01 42c00a fd e1 0005 67"})
    void a_header_that_is_cut_short_is_malformed(String header) {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> WITH_LENGTHS.inHeader(bytes(header)));
    }

    @Test
    void a_parameter_set_that_differs_is_not_known() {
        ParameterSets sets = new ParameterSets(NalSyntax.H264);
        sets.learn(WITH_LENGTHS.inHeader(HEADER));

        assertThat(sets.know(List.of(bytes("6742c00a88"), bytes("6888"), bytes("6588"))))
                .isTrue();
        assertThat(sets.know(List.of(bytes("6742c00a8800")))).as("padding").isTrue();
        assertThat(sets.know(List.of(bytes("6742c00b88")))).as("changed").isFalse();
        assertThat(sets.know(List.of(bytes("6848")))).as("new number").isFalse();
    }

    @Test
    void a_parameter_set_without_a_number_is_malformed() {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> new ParameterSets(NalSyntax.H264).know(List.of(bytes("6800"))));
    }
}
