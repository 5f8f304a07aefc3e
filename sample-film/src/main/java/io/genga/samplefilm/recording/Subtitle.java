package io.genga.samplefilm.recording;

import java.util.List;

/**
 * A line of text to be shown over the picture.
 *
 * @param startMillis from the beginning of the film
 */
record Subtitle(long startMillis, long durationMillis, String text) {

    static final List<Subtitle> TRACK = List.of(
            new Subtitle(250, 2_500, "Good morning! My mouth moves, the rest of me is held."),
            new Subtitle(3_250, 2_000, "The camera moves over a painted background."),
            new Subtitle(5_750, 2_000, "Good night."));
}
