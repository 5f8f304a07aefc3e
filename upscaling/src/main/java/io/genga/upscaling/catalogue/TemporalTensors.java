package io.genga.upscaling.catalogue;

import java.util.List;

/**
 * What a network takes beside the frame itself, and what it hands itself from frame to frame.
 *
 * @param neighbours in the order of their offsets
 * @param warmUp frames before a part of a film that the network is run on so that what it hands itself is nearly what it would be,
 *     had it begun with the film; 0 where it hands itself nothing
 */
public record TemporalTensors(List<Neighbour> neighbours, List<Feedback> feedbacks, int warmUp) {

    /** Of a network for single frames. */
    public static final TemporalTensors NONE = new TemporalTensors(List.of(), List.of(), 0);

    public TemporalTensors {
        neighbours = List.copyOf(neighbours);
        feedbacks = List.copyOf(feedbacks);
    }

    /** Frames before the one that is made larger that the network sees. */
    public int framesBefore() {
        return Math.max(
                0, -neighbours.stream().mapToInt(Neighbour::offset).min().orElse(0));
    }

    /** Frames after the one that is made larger that the network sees. */
    public int framesAfter() {
        return Math.max(0, neighbours.stream().mapToInt(Neighbour::offset).max().orElse(0));
    }
}
