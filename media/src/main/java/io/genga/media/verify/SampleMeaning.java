package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;

import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * How a player turns the samples of a picture into colours. Samples are in steps of 8 bits, whatever the depth.
 *
 * @param full whether luma has the range of 0 to 255, rather than of 16 to 235
 */
record SampleMeaning(Model model, LumaWeights weights, boolean full) {

    private static final int CENTRE_OF_CHROMA = 128;
    private static final int BLACK = 16;
    private static final float LUMA_STEPS = 219;
    private static final float CHROMA_STEPS = 224;
    private static final float STEPS = 255;

    /** @param format FFmpeg's name of that of {@code picture} */
    static SampleMeaning of(AVFrame picture, String format, Model model) {
        boolean full = picture.color_range() == AVCOL_RANGE_UNSPECIFIED
                ? PixelFormats.impliesFullRange(format) || model != Model.YUV
                : picture.color_range() == AVCOL_RANGE_JPEG;
        LumaWeights weights = model == Model.RGB
                ? LumaWeights.BT709
                : LumaWeights.of(picture.colorspace(), picture.width(), picture.height());
        return new SampleMeaning(model, weights, full);
    }

    /**
     * @param samples one of each component
     * @param rgb filled from {@code at} on with R′, G′, B′, 0 to 255
     */
    void toRgb(float[] samples, float[] rgb, int at) {
        if (model == Model.RGB) {
            rgb[at] = samples[0];
            rgb[at + 1] = samples[1];
            rgb[at + 2] = samples[2];
            return;
        }
        float luma = luma(samples[0]);
        float blue = model == Model.GREY ? 0 : chroma(samples[1]);
        float red = model == Model.GREY ? 0 : chroma(samples[2]);
        weights.toRgb(luma, blue, red, rgb, at);
    }

    /** Of the first component of pictures that are not R′, G′, B′; 0 to 255. */
    float luma(float sample) {
        return full ? sample : (sample - BLACK) * STEPS / LUMA_STEPS;
    }

    /** From −127.5 to 127.5. */
    private float chroma(float sample) {
        return (sample - CENTRE_OF_CHROMA) * (full ? 1 : STEPS / CHROMA_STEPS);
    }
}
