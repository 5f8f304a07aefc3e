package io.genga.standalone.preflight;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.NvencSettings.Format;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.frames.PixelLayout;

/**
 * Disk space that a film will need while it is worked on; rather too much than too little.
 *
 * @param platformBytes in the data directory: the source, its chunks, their results, the film while it is stitched and published
 * @param outputBytes beside the output
 */
record SpaceEstimate(long platformBytes, long outputBytes) {

    /** Of x264 at crf 18 on busy anime, measured at 0.1 to 0.3; six steps of crf double or halve it. x265 needs less. */
    private static final double LOSSY_BITS_PER_PIXEL = 0.4;

    private static final double MOST_LOSSY_BITS_PER_PIXEL = 4;
    private static final double CRF_OF_MEASUREMENT = 18;
    private static final double CRF_STEPS_OF_A_FACTOR_OF_TWO = 6;

    /** SVT-AV1 has 63 steps where x264 has 51. */
    private static final double SVT_AV1_STEPS = 63.0 / 51;

    private static final double FFV1_SHARE_OF_UNCOMPRESSED = 0.5;

    /** 330 Mbit/s for 4444 of 1920x1080 at 30 frames a second (Apple's white paper): 5.3. */
    private static final double PRORES_BITS_PER_PIXEL = 6;

    /** The broker's log and the copies of what is known of the jobs. */
    private static final long PLATFORM_ITSELF = 32L << 20;

    /**
     * @param pixels of all frames of the output
     * @param target layout of its pictures
     */
    static SpaceEstimate of(long sourceBytes, long pixels, PixelLayout target, EncoderSettings encoder) {
        long picture = (long) (pixels * bitsPerPixel(encoder, target) / Byte.SIZE);
        long film = picture + sourceBytes;
        long copiesOfSource = 3 * sourceBytes; // the object, the extractor's or stitcher's file, the chunks
        long copiesOfFilm = 2 * film; // the stitcher's file, the published object
        return new SpaceEstimate(PLATFORM_ITSELF + copiesOfSource + picture + copiesOfFilm, film);
    }

    /**
     * With chunks that hold the source's pictures without loss, instead of its packets.
     *
     * @param pixels of all frames of the source
     * @param layout of its pictures
     */
    SpaceEstimate withIntermediate(long pixels, PixelLayout layout) {
        long chunks = (long) (pixels * FFV1_SHARE_OF_UNCOMPRESSED * uncompressed(layout) / Byte.SIZE);
        return new SpaceEstimate(platformBytes + chunks, outputBytes);
    }

    private static double bitsPerPixel(EncoderSettings encoder, PixelLayout target) {
        if (encoder instanceof X264Settings x264) {
            return ofCrf(x264.crf());
        }
        if (encoder instanceof X265Settings x265) {
            return ofCrf(x265.crf());
        }
        if (encoder instanceof SvtAv1Settings svtAv1) {
            return ofCrf(svtAv1.crf() / SVT_AV1_STEPS);
        }
        if (encoder instanceof ProResSettings) {
            return PRORES_BITS_PER_PIXEL;
        }
        if (encoder instanceof Ffv1Settings) {
            return FFV1_SHARE_OF_UNCOMPRESSED * uncompressed(target);
        }
        if (encoder instanceof NvencSettings nvenc) {
            return ofCrf(nvenc.format() == Format.AV1 ? nvenc.cq() / SVT_AV1_STEPS : nvenc.cq());
        }
        throw new IllegalStateException("no estimate for " + encoder);
    }

    private static double ofCrf(double crf) {
        double factor = Math.pow(2, (CRF_OF_MEASUREMENT - crf) / CRF_STEPS_OF_A_FACTOR_OF_TWO);
        return Math.min(LOSSY_BITS_PER_PIXEL * factor, MOST_LOSSY_BITS_PER_PIXEL);
    }

    private static double uncompressed(PixelLayout layout) {
        double perChromaPlane = 1.0 / (1 << (layout.chromaShiftX() + layout.chromaShiftY()));
        return layout.bitDepth() * (1 + (layout.model().components() - 1) * perChromaPlane);
    }
}
