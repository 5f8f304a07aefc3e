package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.media.ffmpeg.AvRationals;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** SVT-AV1 with constant rate factor, for chunks that are to be joined. */
record SvtAv1Configuration(SvtAv1Settings settings) implements CodecConfiguration {

    /** About 10 s of film. Every chunk begins with a key frame anyway. */
    private static final int MAX_KEYFRAME_INTERVAL = 250;

    /** Decides the level; SVT-AV1 would else take the time base for the frame rate, and refuse it. */
    private static final Rational NOMINAL_FRAME_RATE = new Rational(30, 1);

    @Override
    public String codecName() {
        return "libsvtav1";
    }

    @Override
    public void configure(AVCodecContext context) {
        context.gop_size(MAX_KEYFRAME_INTERVAL);
        context.framerate(AvRationals.of(NOMINAL_FRAME_RATE));
        context.flags(context.flags() | AV_CODEC_FLAG_CLOSED_GOP);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        return Map.of(
                "preset", Integer.toString(settings.preset()),
                "crf", Integer.toString(settings.crf()),
                "svtav1-params", "lp=" + threads);
    }

    @Override
    public String library() {
        return BundledLibrary.named("libsvtav1");
    }
}
