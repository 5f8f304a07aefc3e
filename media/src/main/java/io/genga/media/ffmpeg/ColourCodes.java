package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_from_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_primaries_from_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_from_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_from_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_transfer_from_name;

import io.genga.contracts.plan.ColourTags;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * {@link ColourTags} in FFmpeg's numbers: for all but the range and the chroma location, the code points of ITU-T H.273.
 *
 * @param range an {@code AVCOL_RANGE_…}
 * @param chromaLocation an {@code AVCHROMA_LOC_…}
 */
public record ColourCodes(int primaries, int transfer, int matrix, int range, int chromaLocation) {

    /** As tags say it; FFmpeg has this name for all of them but the chroma location. */
    private static final String UNKNOWN = "unknown";

    /** @throws IllegalArgumentException where FFmpeg does not know one of the names */
    public static ColourCodes of(ColourTags tags) {
        return new ColourCodes(
                known(av_color_primaries_from_name(tags.primaries()), "colour primaries", tags.primaries()),
                known(av_color_transfer_from_name(tags.transfer()), "transfer", tags.transfer()),
                known(av_color_space_from_name(tags.matrix()), "matrix", tags.matrix()),
                known(av_color_range_from_name(tags.range()), "range", tags.range()),
                chromaLocation(tags.chromaLocation()));
    }

    private static int chromaLocation(String name) {
        return name.equals(UNKNOWN)
                ? AVCHROMA_LOC_UNSPECIFIED
                : known(av_chroma_location_from_name(name), "chroma location", name);
    }

    private static int known(int code, String what, String name) {
        if (code < 0) {
            throw new IllegalArgumentException(what + " '" + name + "' is not among FFmpeg's names");
        }
        return code;
    }

    public void writeTo(AVCodecContext context) {
        context.color_primaries(primaries);
        context.color_trc(transfer);
        context.colorspace(matrix);
        context.color_range(range);
        context.chroma_sample_location(chromaLocation);
    }

    public void writeTo(AVCodecParameters parameters) {
        parameters.color_primaries(primaries);
        parameters.color_trc(transfer);
        parameters.color_space(matrix);
        parameters.color_range(range);
        parameters.chroma_location(chromaLocation);
    }
}
