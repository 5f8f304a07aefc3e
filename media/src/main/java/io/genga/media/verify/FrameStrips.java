package io.genga.media.verify;

import java.util.List;

/**
 * Frames that follow one another, the source's beside the result's, at some places of a film.
 *
 * @param borders how many there are between chunks; only some may be shown
 * @param shown in the order of the film
 */
public record FrameStrips(long borders, List<Strip> shown) {

    public FrameStrips {
        shown = List.copyOf(shown);
    }

    /** Why a place is shown. */
    public enum Place {
        BORDER,
        FAULT,
        REGULAR
    }

    /**
     * @param frame first one behind the border, or the one with the fault
     * @param seconds of {@code frame}, from the film's beginning
     * @param difference from the source, in steps of 8 bits of luma, of the frame that differs most
     */
    public record Strip(Place place, long frame, double seconds, double difference, List<Pair> frames) {

        public Strip {
            frames = List.copyOf(frames);
        }
    }

    /** The same frame in both films, by number. */
    public record Pair(long frame, Picture source, Picture result) {}

    /**
     * @param width with which it is shown, whatever its own, as is the height
     */
    public record Picture(int width, int height, byte[] jpeg) {}
}
