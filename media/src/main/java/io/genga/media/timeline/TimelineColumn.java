package io.genga.media.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A frame, or the mean of frames that are shown as one: shares of its pixels on which the network is run, by the reason, together at most 1; and shares
 * of its frames. In JSON what is 0 is left out.
 *
 * @param chunkStart of the pixels, as a chunk begins
 * @param whole of the pixels, as the picture has changed all over
 * @param part of the pixels, as a part of the picture has changed
 * @param held of the frames, in which the drawing before is held
 * @param unknown of the frames, of which nothing is known
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record TimelineColumn(double chunkStart, double whole, double part, double held, double unknown) {

    private static final TimelineColumn UNKNOWN = new TimelineColumn(0, 0, 0, 0, 1);
    private static final double STEPS = 10_000;

    /** @param share of the pixels, where tiles overlap more than 1 */
    public static TimelineColumn ofChunkStart(double share, boolean held) {
        return new TimelineColumn(Math.min(1, share), 0, 0, held ? 1 : 0, 0);
    }

    /** @param share of the pixels, where tiles overlap more than 1 */
    public static TimelineColumn ofWhole(double share, boolean held) {
        return new TimelineColumn(0, Math.min(1, share), 0, held ? 1 : 0, 0);
    }

    /** @param share of the pixels, where tiles overlap more than 1 */
    public static TimelineColumn ofPart(double share, boolean held) {
        return new TimelineColumn(0, 0, Math.min(1, share), held ? 1 : 0, 0);
    }

    public static TimelineColumn ofUnknown() {
        return UNKNOWN;
    }

    /** Of the pixels, for whatever reason. */
    double computed() {
        return chunkStart + whole + part;
    }

    TimelineColumn plus(TimelineColumn other) {
        return new TimelineColumn(
                chunkStart + other.chunkStart,
                whole + other.whole,
                part + other.part,
                held + other.held,
                unknown + other.unknown);
    }

    /** To four decimals. */
    TimelineColumn dividedBy(long frames) {
        return new TimelineColumn(
                rounded(chunkStart / frames),
                rounded(whole / frames),
                rounded(part / frames),
                rounded(held / frames),
                rounded(unknown / frames));
    }

    private static double rounded(double share) {
        return Math.round(share * STEPS) / STEPS;
    }
}
