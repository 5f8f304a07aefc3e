package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.X265Settings;
import io.genga.media.ffmpeg.AvRationals;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** x265 with constant rate factor, for chunks that are to be joined. */
record X265Configuration(X265Settings settings) implements CodecConfiguration {

    /** About 10 s of film: what x265 takes by default. Every chunk begins with an IDR picture anyway. */
    private static final int MAX_KEYFRAME_INTERVAL = 250;

    /**
     * x265 looks at no time stamps: it takes the declared frame rate for the level, and for how much a picture may cost. The
     * usual rates of films and series lie at or a little below this one.
     */
    private static final Rational NOMINAL_FRAME_RATE = new Rational(30, 1);

    /** Of B-pictures: one in the middle, and others that refer to it. All presets have at least three. */
    private static final int DEPTH_OF_PYRAMID = 2;

    /** More than the B-pictures in a row, else x265 does not open: the slowest presets have 8, {@code animation} adds 2. */
    private static final int FEWEST_FRAMES_OF_ANIMATION = 11;

    @Override
    public String codecName() {
        return "libx265";
    }

    @Override
    public void configure(AVCodecContext context) {
        context.gop_size(MAX_KEYFRAME_INTERVAL);
        context.framerate(AvRationals.of(NOMINAL_FRAME_RATE));
        context.flags(context.flags() | AV_CODEC_FLAG_CLOSED_GOP);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        int lookAhead = lookAhead(picture.pixels());
        // Parameter sets once, in the global header; nothing in them about this machine or these options. One frame at
        // a
        // time, since x265's output differs with their number.
        String parameters = "open-gop=0:b-pyramid=1:repeat-headers=0:info=0:log-level=none:frame-threads=1:pools="
                + threads + ":rc-lookahead=" + lookAhead;
        Map<String, String> options = new HashMap<>(Map.of(
                "preset",
                settings.preset(),
                "crf",
                Integer.toString(settings.crf()),
                "forced-idr",
                "1",
                "x265-params",
                parameters));
        if (settings.tune() != null) {
            options.put("tune", settings.tune());
        }
        return options;
    }

    private int lookAhead(long pixels) {
        int frames = LookAhead.X265.frames(settings.preset(), pixels);
        return "animation".equals(settings.tune()) ? Math.max(frames, FEWEST_FRAMES_OF_ANIMATION) : frames;
    }

    @Override
    public int reorderDepth(AVCodecContext context) {
        return DEPTH_OF_PYRAMID; // FFmpeg does not tell
    }

    @Override
    public String library() {
        return BundledLibrary.named("libx265");
    }
}
