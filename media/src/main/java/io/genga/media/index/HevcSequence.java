package io.genga.media.index;

/** Sequence parameter sets of HEVC (ITU-T H.265, 7.3.2.2 and 7.3.3). */
final class HevcSequence {

    private static final int VIDEO_PARAMETER_SET_BITS = 4;
    private static final int GENERAL_PROFILE_BITS = 88;
    private static final int LEVEL_BITS = 8;
    private static final int MOST_LAYERS = 8;

    private HevcSequence() {}

    /** {@code sps_seq_parameter_set_id}, which stands behind profiles and levels of all layers. */
    static int number(NalBits bits) {
        bits.skip(VIDEO_PARAMETER_SET_BITS);
        int subLayers = bits.unsigned(3);
        bits.skip(1 + GENERAL_PROFILE_BITS + LEVEL_BITS);
        int profiles = 0;
        int levels = 0;
        for (int i = 0; i < subLayers; i++) {
            profiles += bits.bit();
            levels += bits.bit();
        }
        if (subLayers > 0) {
            bits.skip(2 * (MOST_LAYERS - subLayers));
        }
        bits.skip(profiles * GENERAL_PROFILE_BITS + levels * LEVEL_BITS);
        return bits.exponentialGolomb();
    }
}
