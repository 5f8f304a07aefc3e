package io.genga.media.convert;

import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_FCC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;

import java.util.Map;
import java.util.TreeSet;

/** The matrices that can be converted, by FFmpeg's names. */
final class Matrices {

    private static final Map<String, Integer> COEFFICIENTS = Map.of(
            "bt709", SWS_CS_ITU709,
            "fcc", SWS_CS_FCC,
            "bt470bg", SWS_CS_ITU601,
            "smpte170m", SWS_CS_ITU601,
            "smpte240m", SWS_CS_SMPTE240M,
            "bt2020nc", SWS_CS_BT2020);

    private Matrices() {}

    /**
     * @return swscale's number for it
     * @throws IllegalArgumentException where this matrix cannot be converted
     */
    static int coefficientsOf(String matrix) {
        Integer coefficients = COEFFICIENTS.get(matrix);
        if (coefficients == null) {
            throw new IllegalArgumentException("matrix '" + matrix + "' cannot be converted to RGB; known are "
                    + new TreeSet<>(COEFFICIENTS.keySet()));
        }
        return coefficients;
    }
}
