package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the reuse of drawings saved, and what it cost in likeness, over a run of frames.
 *
 * @param framePixels of the source, over all frames
 * @param inferencePixels of the source on which the network was run, halos and self-checks included
 * @param keptPixels of the source whose result was taken over from an earlier frame
 * @param samples kept tiles that were computed again to see how far off they were
 * @param squaredErrors sum over these samples of their mean squared error, in steps of 8 bits
 * @param worstSquaredError of the worst sample
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReuseFigures(
        long framePixels,
        long inferencePixels,
        long keptPixels,
        int samples,
        double squaredErrors,
        double worstSquaredError) {

    public static final ReuseFigures NONE = new ReuseFigures(0, 0, 0, 0, 0, 0);

    private static final double PEAK = 255;

    /** Pixels that the network was run on for each of the film's: without reuse 1, or a little more where tiles overlap. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double inferencePixelShare() {
        return framePixels == 0 ? 0 : (double) inferencePixels / framePixels;
    }

    /**
     * Against the network run on every frame, in decibels, what was computed taken for equal; null where no sample differed, or none was
     * taken.
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Double measuredPsnr() {
        return decibels(squaredError());
    }

    /** Of the worst sample, in decibels; null where none differed, or none was taken. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Double worstTilePsnr() {
        return decibels(worstSquaredError);
    }

    public ReuseFigures plus(ReuseFigures other) {
        return new ReuseFigures(
                framePixels + other.framePixels,
                inferencePixels + other.inferencePixels,
                keptPixels + other.keptPixels,
                samples + other.samples,
                squaredErrors + other.squaredErrors,
                Math.max(worstSquaredError, other.worstSquaredError));
    }

    /**
     * With those of a network that ran on what this one had made. What both were off by adds up, as of two that know nothing of one another;
     * their samples count as if each had been off by that.
     */
    public ReuseFigures andThen(ReuseFigures next) {
        ReuseFigures both = plus(next);
        if (both.samples == 0) {
            return both;
        }
        double error = squaredError() + next.squaredError();
        return new ReuseFigures(
                both.framePixels,
                both.inferencePixels,
                both.keptPixels,
                both.samples,
                error * both.samples * both.framePixels / both.keptPixels,
                both.worstSquaredError);
    }

    /** Mean over all pixels, computed ones taken for equal. */
    private double squaredError() {
        return samples == 0 ? 0 : squaredErrors / samples * keptPixels / framePixels;
    }

    private static Double decibels(double squaredError) {
        return squaredError == 0 ? null : 10 * Math.log10(PEAK * PEAK / squaredError);
    }
}
