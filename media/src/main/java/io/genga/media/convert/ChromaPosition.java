package io.genga.media.convert;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_enum_to_pos;

import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.ColourCodes;
import io.genga.media.ffmpeg.FfmpegCall;

/**
 * Where the first chroma sample lies.
 *
 * @param x in 1/256 of a luma sample, from the first luma sample
 * @param y in 1/256 of a luma sample, from the first luma sample
 */
record ChromaPosition(int x, int y) {

    /** Where a stream does not say, it lies at the left, as H.264 and H.265 have it. */
    static ChromaPosition of(ColourCodes codes, PixelLayout layout) {
        int[] x = new int[1];
        int[] y = new int[1];
        int location = codes.chromaLocation() == AVCHROMA_LOC_UNSPECIFIED ? AVCHROMA_LOC_LEFT : codes.chromaLocation();
        FfmpegCall.check(av_chroma_location_enum_to_pos(x, y, location), "placing the chroma samples");
        return new ChromaPosition(
                alongSubsampling(x[0], layout.chromaShiftX()), alongSubsampling(y[0], layout.chromaShiftY()));
    }

    /** Where chroma is as dense as luma, it lies upon it. */
    private static int alongSubsampling(int position, int shift) {
        return shift == 0 ? 0 : position;
    }
}
