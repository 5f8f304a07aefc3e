package io.genga.media.plan;

import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.PictureSettings;
import io.genga.media.probe.RefusedMediaException;

/** How large the result's pictures are. */
public final class TargetSize {

    /** Of one picture: a plane of 16 bits then takes a gibibyte. */
    private static final long MOST_PIXELS = 1L << 29;

    /** Of the shape, by a width in whole pixels: a little less than what the verification of the film lets pass. */
    private static final double MOST_CHANGE = 0.004;

    private TargetSize() {}

    /**
     * @param source size of the source's pictures
     * @param network as it is planned for them
     * @throws RefusedMediaException where they cannot be as large as asked for
     */
    public static PictureSize of(
            PictureSize source, PlannedNetwork network, PictureSettings settings, String displayName) {
        requireReduction(source, settings.nativeHeight(), displayName);
        PictureSize made = network.outputSize(source);
        PictureSize target = settings.height() == null ? made : source.ofHeight(settings.height());
        requireShape(source, target, displayName);
        PictureSize largest = made.pixels() > target.pixels() ? made : target;
        if (largest.pixels() > MOST_PIXELS) {
            throw new RefusedMediaException(
                    displayName,
                    "would become pictures of " + largest + ", which no worker can hold",
                    "choose a network that enlarges less, or ask for a smaller height or native height");
        }
        return target;
    }

    private static void requireShape(PictureSize source, PictureSize target, String displayName) {
        double change = (double) target.width() * source.height() / ((double) target.height() * source.width()) - 1;
        if (Math.abs(change) > MOST_CHANGE) {
            throw new RefusedMediaException(
                    displayName,
                    "has pictures of " + source + ", which would lose their shape as " + target,
                    "ask for a larger height");
        }
    }

    private static void requireReduction(PictureSize source, Integer nativeHeight, String displayName) {
        if (nativeHeight != null && nativeHeight >= source.height()) {
            throw new RefusedMediaException(
                    displayName,
                    "has pictures of " + source.height() + " rows, which a native height of " + nativeHeight
                            + " would not make smaller",
                    "leave the native height out, or ask for less");
        }
    }
}
