package io.genga.media.verify;

import java.util.ArrayList;
import java.util.List;

/** Notes what happens where in a film. Not thread-safe. */
final class TimelineRecorder {

    private static final int MOST_FAULTS = 300;

    private final List<Double> differences = new ArrayList<>();
    private final List<Double> borders = new ArrayList<>();
    private final List<Timeline.Fault> faults = new ArrayList<>();

    /** @param seconds from the film's beginning */
    void difference(double seconds, double difference) {
        int second = Math.max(0, (int) seconds);
        while (differences.size() <= second) {
            differences.add(0.0);
        }
        differences.set(second, Math.max(differences.get(second), difference));
    }

    /** @param seconds from the film's beginning, where a chunk begins */
    void border(double seconds) {
        borders.add(seconds);
    }

    /** @param seconds from the film's beginning */
    void fault(double seconds, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Timeline.Fault(seconds, what));
        }
    }

    Timeline timeline() {
        return new Timeline(differences, borders, faults);
    }
}
