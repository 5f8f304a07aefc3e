package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to a film's pictures besides the network; what is null is not done.
 *
 * @param nativeHeight rows to which the source's pictures are reduced before the network, for films that were drawn smaller than they are
 * @param height rows of the result's pictures; null for what the network makes
 * @param strength percent of the network's result, 0 to 100; the rest is the source's picture, enlarged by Lanczos' filter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureSettings(Integer nativeHeight, Integer height, Integer strength) {

    public static final PictureSettings NONE = new PictureSettings(null, null, null);

    /** Smaller pictures are no films, and larger ones no encoder takes. */
    private static final int LEAST_HEIGHT = 16;

    private static final int MOST_HEIGHT = 16_384;
    private static final int WHOLE = 100;

    /** @throws IllegalArgumentException where a setting is out of range, or does not fit another */
    public PictureSettings {
        requireHeight("native height", nativeHeight);
        requireHeight("height", height);
        if (strength != null && (strength < 0 || strength > WHOLE)) {
            throw new IllegalArgumentException("a strength of " + strength + " must be one of 0 to 100 percent");
        }
        if (nativeHeight != null && height != null && height < nativeHeight) {
            throw new IllegalArgumentException("a height of " + height + " is less than the native height of "
                    + nativeHeight + ": ask for more, or leave one of them out");
        }
    }

    /** These without what changes nothing; null where nothing is left. */
    PictureSettings effective() {
        Integer part = Integer.valueOf(WHOLE).equals(strength) ? null : strength;
        PictureSettings effective = new PictureSettings(nativeHeight, height, part);
        return effective.equals(NONE) ? null : effective;
    }

    /** These, and where they say nothing, what {@code others} say. */
    public PictureSettings or(PictureSettings others) {
        return new PictureSettings(
                nativeHeight == null ? others.nativeHeight : nativeHeight,
                height == null ? others.height : height,
                strength == null ? others.strength : strength);
    }

    /** One phrase each, for people. */
    public List<String> inWords() {
        List<String> phrases = new ArrayList<>();
        if (nativeHeight != null) {
            phrases.add("native height " + nativeHeight);
        }
        if (height != null) {
            phrases.add("height " + height);
        }
        if (strength != null) {
            phrases.add("strength " + strength + " %");
        }
        return phrases;
    }

    private static void requireHeight(String name, Integer rows) {
        if (rows != null && (rows % 2 != 0 || rows < LEAST_HEIGHT || rows > MOST_HEIGHT)) {
            throw new IllegalArgumentException("a " + name + " of " + rows + " must be an even number of rows, "
                    + LEAST_HEIGHT + " to " + MOST_HEIGHT);
        }
    }
}
