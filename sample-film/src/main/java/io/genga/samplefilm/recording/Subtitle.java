package io.genga.samplefilm.recording;

import java.util.List;

/**
 * A line of text to be shown over the picture.
 *
 * @param startMillis from the beginning of the film
 */
record Subtitle(long startMillis, long durationMillis, String text) {

    static final List<Subtitle> TRACK = List.of(
            new Subtitle(250, 2_250, "Good morning! My mouth moves, the rest of me is held."),
            new Subtitle(3_000, 1_900, "The camera moves over a painted background."),
            new Subtitle(5_250, 1_500, "Good night."));
}
