package io.genga.media.encode;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** ProRes by FFmpeg's own encoder: every frame on its own. */
record ProResConfiguration() implements CodecConfiguration {

    private static final String HQ = "hq";
    private static final String FOUR_FOUR_FOUR_FOUR = "4444";

    @Override
    public String codecName() {
        return "prores_ks";
    }

    @Override
    public void configure(AVCodecContext context) {
        context.thread_type(FF_THREAD_SLICE);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        boolean dense = picture.format().layout().chromaShiftX() == 0;
        return Map.of("profile", dense ? FOUR_FOUR_FOUR_FOUR : HQ, "alpha_bits", "0");
    }

    @Override
    public String library() {
        return "prores_ks";
    }
}
