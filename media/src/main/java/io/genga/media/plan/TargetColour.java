package io.genga.media.plan;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.ProResSettings;
import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;

/** The colours of the result: the source's, but for what its pixels or its codec have no words for. */
final class TargetColour {

    /** FFmpeg's name; pictures of it are written, and read by players, with chroma at the left. */
    private static final String UNSPECIFIED = "unspecified";

    private static final String LIMITED = "tv";

    private TargetColour() {}

    static ColourTags of(ColourTags source, PixelLayout layout, EncoderSettings encoder) {
        return new ColourTags(
                source.primaries(),
                source.transfer(),
                source.matrix(),
                canSayRange(encoder) ? source.range() : LIMITED,
                isChromaPlaced(layout) ? source.chromaLocation() : UNSPECIFIED);
    }

    /** ProRes has no word for it: decoders take all of it for limited. */
    private static boolean canSayRange(EncoderSettings encoder) {
        return !(encoder instanceof ProResSettings);
    }

    /** Codecs place the chroma of 4:2:0 alone: {@code chroma_loc_info_present_flag} in ITU-T H.264, E.2.1, and H.265, E.3.1. */
    private static boolean isChromaPlaced(PixelLayout layout) {
        return layout.model() == Model.YUV && layout.chromaShiftX() > 0 && layout.chromaShiftY() > 0;
    }
}
