package io.genga.media.encode;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** What is particular to one encoder. To add an encoder, add settings to {@code contracts} and a configuration here. */
sealed interface CodecConfiguration
        permits X264Configuration,
                X265Configuration,
                SvtAv1Configuration,
                ProResConfiguration,
                Ffv1Configuration,
                NvencConfiguration {

    static CodecConfiguration of(EncoderSettings settings) {
        if (settings instanceof X264Settings x264) {
            return new X264Configuration(x264);
        }
        if (settings instanceof X265Settings x265) {
            return new X265Configuration(x265);
        }
        if (settings instanceof SvtAv1Settings svtAv1) {
            return new SvtAv1Configuration(svtAv1);
        }
        if (settings instanceof ProResSettings) {
            return new ProResConfiguration();
        }
        if (settings instanceof Ffv1Settings) {
            return new Ffv1Configuration();
        }
        if (settings instanceof NvencSettings nvenc) {
            return new NvencConfiguration(nvenc);
        }
        throw new IllegalArgumentException("no encoder for " + settings);
    }

    /** FFmpeg's name of the encoder. */
    String codecName();

    /** FFmpeg's names of the pixel formats that it takes; empty where this machine has no such encoder. */
    default List<String> pixelFormats() {
        return SupportedFormats.of(codecName());
    }

    /** FFmpeg's name of the pixel format in which it is given pictures of a layout. */
    default String inputFormat(PixelLayout layout) {
        return PixelFormats.nameOf(layout);
    }

    /** Sets what FFmpeg has fields for, before the encoder is opened. */
    void configure(AVCodecContext context);

    /** The encoder's own options. */
    Map<String, String> options(PictureProperties picture, int threads);

    /** The frames by which decoding runs ahead of presentation, of an encoder that is open. */
    default int reorderDepth(AVCodecContext context) {
        return context.has_b_frames();
    }

    /** Name and version of the library that does the work. */
    String library();
}
