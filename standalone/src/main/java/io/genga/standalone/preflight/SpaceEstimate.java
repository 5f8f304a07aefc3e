package io.genga.standalone.preflight;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.X264Settings;

/**
 * Disk space that a film will need while it is worked on; rather too much than too little.
 *
 * @param platformBytes in the data directory: the source, its chunks, their results, the film while it is stitched and published
 * @param outputBytes beside the output
 */
record SpaceEstimate(long platformBytes, long outputBytes) {

    /** Of x264 at crf 18 on busy anime, measured at 0.1 to 0.3; six steps of crf double or halve it. */
    private static final double X264_BITS_PER_PIXEL = 0.4;

    private static final double X264_BEST_BITS_PER_PIXEL = 4;
    private static final double CRF_OF_MEASUREMENT = 18;
    private static final double CRF_STEPS_OF_A_FACTOR_OF_TWO = 6;

    /** Half of what 4:2:0 of 8 bits takes uncompressed. */
    private static final double FFV1_BITS_PER_PIXEL = 6;

    /** The broker's log and the copies of what is known of the jobs. */
    private static final long PLATFORM_ITSELF = 32L << 20;

    /** @param pixels of all frames of the output */
    static SpaceEstimate of(long sourceBytes, long pixels, EncoderSettings encoder) {
        long picture = (long) (pixels * bitsPerPixel(encoder) / Byte.SIZE);
        long film = picture + sourceBytes;
        long copiesOfSource = 3 * sourceBytes; // the object, the extractor's or stitcher's file, the chunks
        long copiesOfFilm = 2 * film; // the stitcher's file, the published object
        return new SpaceEstimate(PLATFORM_ITSELF + copiesOfSource + picture + copiesOfFilm, film);
    }

    private static double bitsPerPixel(EncoderSettings encoder) {
        if (encoder instanceof X264Settings x264) {
            double factor = Math.pow(2, (CRF_OF_MEASUREMENT - x264.crf()) / CRF_STEPS_OF_A_FACTOR_OF_TWO);
            return Math.min(X264_BITS_PER_PIXEL * factor, X264_BEST_BITS_PER_PIXEL);
        }
        if (encoder instanceof Ffv1Settings) {
            return FFV1_BITS_PER_PIXEL;
        }
        throw new IllegalStateException("no estimate for " + encoder);
    }
}
