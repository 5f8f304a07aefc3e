package io.genga.media.plan;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.probe.SourceDescription;

/**
 * Fills in what a source's colour tags leave unsaid, as players do: by the source's size. The result must not be guessed again
 * by the size of the output, which another standard would claim.
 */
final class ColourResolution {

    private static final String UNKNOWN = "unknown";
    private static final String HIGH_DEFINITION = "bt709";
    private static final String SYSTEM_525 = "smpte170m";
    private static final String SYSTEM_625 = "bt470bg";
    private static final String ULTRA_HIGH_DEFINITION = "bt2020";
    private static final String MATRIX_OF_ULTRA_HIGH_DEFINITION = "bt2020nc";
    private static final String MATRIX_OF_RGB = "gbr";

    /** From here on BT.709; the width tells a wide picture without its black bars. */
    private static final int HIGH_DEFINITION_HEIGHT = 720;

    private static final int HIGH_DEFINITION_WIDTH = 1280;
    private static final int LINES_OF_SYSTEM_625 = 576;

    private ColourResolution() {}

    static ColourTags resolve(SourceDescription source) {
        ColourTags tagged = source.colour();
        return new ColourTags(
                known(tagged.primaries(), standard(source)),
                known(tagged.transfer(), transfer(source)),
                known(tagged.matrix(), matrix(source)),
                known(tagged.range(), isFullRange(source.pixelFormat()) ? "pc" : "tv"),
                tagged.chromaLocation());
    }

    private static String matrix(SourceDescription source) {
        if (modelOf(source.pixelFormat()) == Model.RGB) {
            return MATRIX_OF_RGB;
        }
        return ULTRA_HIGH_DEFINITION.equals(source.colour().primaries())
                ? MATRIX_OF_ULTRA_HIGH_DEFINITION
                : standard(source);
    }

    /** As FFmpeg has it, pictures without chroma and those of red, green and blue are in full range. */
    private static boolean isFullRange(String pixelFormat) {
        return PixelFormats.impliesFullRange(pixelFormat) || modelOf(pixelFormat) != Model.YUV;
    }

    private static Model modelOf(String pixelFormat) {
        return PixelFormats.layoutOf(pixelFormat).orElseThrow().model();
    }

    /** For all but BT.2020, primaries and matrix go by the same names. */
    private static String standard(SourceDescription source) {
        if (isHighDefinition(source)) {
            return HIGH_DEFINITION;
        }
        return source.height() == LINES_OF_SYSTEM_625 ? SYSTEM_625 : SYSTEM_525;
    }

    /** BT.601 has one transfer characteristic for both of its systems. */
    private static String transfer(SourceDescription source) {
        return isHighDefinition(source) ? HIGH_DEFINITION : SYSTEM_525;
    }

    private static boolean isHighDefinition(SourceDescription source) {
        return source.height() >= HIGH_DEFINITION_HEIGHT || source.width() >= HIGH_DEFINITION_WIDTH;
    }

    private static String known(String tag, String otherwise) {
        return UNKNOWN.equals(tag) ? otherwise : tag;
    }
}
