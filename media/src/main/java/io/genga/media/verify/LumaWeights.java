package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;

/**
 * What red and blue contribute to luma; green has the rest. ITU-T H.273, table 4.
 *
 * @param red from 0 to 1
 * @param blue from 0 to 1
 */
record LumaWeights(float red, float blue) {

    static final LumaWeights BT709 = new LumaWeights(0.2126f, 0.0722f);
    private static final LumaWeights BT601 = new LumaWeights(0.299f, 0.114f);

    /** From here on, players take an untagged picture for one of high definition. */
    private static final int HIGH_DEFINITION_HEIGHT = 720;

    private static final int HIGH_DEFINITION_WIDTH = 1280;

    /** @param matrix FFmpeg's number; where it says nothing, the size decides, as in players */
    static LumaWeights of(int matrix, int width, int height) {
        return switch (matrix) {
            case AVCOL_SPC_BT709 -> BT709;
            case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M -> BT601;
            case AVCOL_SPC_FCC -> new LumaWeights(0.30f, 0.11f);
            case AVCOL_SPC_SMPTE240M -> new LumaWeights(0.212f, 0.087f);
            case AVCOL_SPC_BT2020_NCL -> new LumaWeights(0.2627f, 0.0593f);
            default -> height >= HIGH_DEFINITION_HEIGHT || width >= HIGH_DEFINITION_WIDTH ? BT709 : BT601;
        };
    }

    float luma(float r, float g, float b) {
        return red * r + green() * g + blue * b;
    }

    /**
     * @param cb from −127.5 to 127.5, as is {@code cr}
     * @param rgb filled from {@code at} on
     */
    void toRgb(float luma, float cb, float cr, float[] rgb, int at) {
        float r = luma + 2 * (1 - red) * cr;
        float b = luma + 2 * (1 - blue) * cb;
        rgb[at] = r;
        rgb[at + 1] = (luma - red * r - blue * b) / green();
        rgb[at + 2] = b;
    }

    private float green() {
        return 1 - red - blue;
    }
}
