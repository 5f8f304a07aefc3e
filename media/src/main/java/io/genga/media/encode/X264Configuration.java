package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.X264Settings;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** x264 with constant rate factor, for chunks that are to be joined. */
record X264Configuration(X264Settings settings) implements CodecConfiguration {

    /** About 10 s of film: what x264 takes by default. Every chunk begins with an IDR picture anyway. */
    private static final int MAX_KEYFRAME_INTERVAL = 250;

    /**
     * Decides the H.264 level and nothing else, since the time stamps decide all the rest: without it, x264 would take the
     * time base for a frame rate and declare a level that few devices play. A level declared too high for a slower film is
     * still a true one.
     */
    private static final Rational LEVEL_FRAME_RATE = new Rational(60, 1);

    @Override
    public String codecName() {
        return "libx264";
    }

    @Override
    public void configure(AVCodecContext context) {
        context.gop_size(MAX_KEYFRAME_INTERVAL);
        context.framerate(new AVRational().num(LEVEL_FRAME_RATE.num()).den(LEVEL_FRAME_RATE.den()));
        context.flags(context.flags() | AV_CODEC_FLAG_CLOSED_GOP);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        Map<String, String> options = new HashMap<>(Map.of(
                "preset", settings.preset(),
                "crf", Integer.toString(settings.crf()),
                "rc-lookahead", Integer.toString(LookAhead.X264.frames(settings.preset(), picture.pixels())),
                "forced-idr", "1",
                // Keeps x264 from fitting the parameter sets to the pictures of one chunk.
                "x264-params", "stitchable=1"));
        if (settings.tune() != null) {
            options.put("tune", settings.tune());
        }
        return options;
    }

    @Override
    public String library() {
        return X264Version.read();
    }
}
