package io.genga.media.verify;

import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.X264Settings;
import io.genga.media.ffmpeg.PixelFormats;
import java.util.Map;

/** The pixel formats in which FFmpeg's decoders give pictures back. */
final class DecodedFormat {

    /** It shows a picture without chroma as one with chroma of no colour. */
    private static final Map<String, String> OF_H264 = Map.of("gray", "yuv420p", "gray10le", "yuv420p10le");

    /** The format of a stream says nothing of its depth, and 4444 may have 12 bits. */
    private static final Map<String, String> OF_PRORES = Map.of("yuv444p10le", "yuv444p12le");

    private DecodedFormat() {}

    /** What a decoder should give for what was encoded as planned. */
    static String planned(PlannedTarget target) {
        EncoderSettings encoder = target.encoder().settings();
        String encoded = target.pixelFormat();
        if (encoder instanceof X264Settings) {
            return OF_H264.getOrDefault(encoded, encoded);
        }
        return encoder instanceof ProResSettings ? OF_PRORES.getOrDefault(encoded, encoded) : encoded;
    }

    /** A format by the name that plans have for it: the range is a tag of its own. */
    static String named(String name) {
        return PixelFormats.layoutOf(name).map(PixelFormats::nameOf).orElse(name);
    }
}
