package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.NvencSettings.Format;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.PixelFormats;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** NVENC with constant quality, for chunks that are to be joined. */
record NvencConfiguration(NvencSettings settings) implements CodecConfiguration {

    /** About 10 s of film. Every chunk begins with an IDR picture anyway. */
    private static final int MAX_KEYFRAME_INTERVAL = 250;

    /** As x265's: for the level, and for the bits that a picture may cost. */
    private static final Rational NOMINAL_FRAME_RATE = new Rational(30, 1);

    private static final String EIGHT_BITS = "yuv420p";
    private static final String TEN_BITS = "yuv420p10le";

    /** Ten bits, in the upper ones of 16, Cb and Cr by turns. */
    private static final String TEN_BITS_OF_CARDS = "p010le";

    @Override
    public String codecName() {
        return settings.format().label() + "_nvenc";
    }

    /** What all cards take; H.264 of ten bits and denser chroma are for few. Asked only of a card that opens. */
    @Override
    public List<String> pixelFormats() {
        if (NvencCard.missing(this).isPresent()) {
            return List.of();
        }
        return settings.format() == Format.H264 ? List.of(EIGHT_BITS) : List.of(EIGHT_BITS, TEN_BITS);
    }

    @Override
    public String inputFormat(PixelLayout layout) {
        return layout.bitDepth() > Byte.SIZE ? TEN_BITS_OF_CARDS : PixelFormats.nameOf(layout);
    }

    /** Without B-pictures: not all cards have them, and a plan's order of decoding must hold for all. */
    @Override
    public void configure(AVCodecContext context) {
        context.gop_size(MAX_KEYFRAME_INTERVAL);
        context.max_b_frames(0);
        context.bit_rate(0); // by quality alone; FFmpeg's default is 2 Mbit/s
        context.framerate(AvRationals.of(NOMINAL_FRAME_RATE));
        context.flags(context.flags() | AV_CODEC_FLAG_CLOSED_GOP);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        return Map.of(
                "preset",
                settings.preset(),
                "tune",
                settings.tune() == null ? NvencSettings.TUNES.get(0) : settings.tune(),
                "rc",
                "vbr",
                "cq",
                Integer.toString(settings.cq()),
                "forced-idr",
                "1");
    }

    @Override
    public String library() {
        return BundledLibrary.named(codecName());
    }
}
