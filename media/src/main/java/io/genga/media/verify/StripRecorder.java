package io.genga.media.verify;

import io.genga.media.verify.FrameStrips.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Keeps pictures of a few places of a film, and little memory whatever its length. Not thread-safe. */
final class StripRecorder {

    private static final int FRAMES = 4;

    /** Shown behind the frame that matters. */
    private static final int FRAMES_BEHIND = 1;

    private static final int MOST_BORDERS = 12;
    private static final int MOST_FAULTS = 12;
    private static final int MOST_REGULAR = 12;

    /** Frames that are wrong together are shown once. */
    private static final int FRAMES_OF_ONE_FAULT = 24;

    private static final int FIRST_REGULAR_STEP = 12;

    private final Set<Long> borders;
    private final Deque<Candidate.Frame> latest = new ArrayDeque<>();
    private final List<Candidate> chosenBorders = new ArrayList<>();
    private final List<Candidate> faults = new ArrayList<>();
    private List<Candidate> regular = new ArrayList<>();
    private long regularStep = FIRST_REGULAR_STEP;
    private long frames;
    private long lastFault = -FRAMES_OF_ONE_FAULT;

    /** @param borders frames with which chunks begin; where there are none, regular places are shown */
    StripRecorder(Set<Long> borders) {
        this.borders = borders;
    }

    /**
     * @param seconds from the film's beginning
     * @param inPlace whether {@code found} is the frame that is due, as far as can be told
     */
    void add(TimedThumbnail found, TimedThumbnail due, double seconds, double difference, boolean inPlace) {
        latest.addLast(new Candidate.Frame(frames, seconds, difference, due.sketch(), found.sketch()));
        if (latest.size() > FRAMES) {
            latest.removeFirst();
        }
        if (!inPlace && frames - lastFault >= FRAMES_OF_ONE_FAULT) {
            lastFault = frames;
        }
        choose(frames - FRAMES_BEHIND);
        frames++;
    }

    private void choose(long frame) {
        if (frame == lastFault && faults.size() < MOST_FAULTS) {
            faults.add(Candidate.of(Place.FAULT, frame, latest));
        } else if (borders.contains(frame)) {
            chosenBorders.add(Candidate.of(Place.BORDER, frame, latest));
            if (chosenBorders.size() > MOST_BORDERS) {
                chosenBorders.remove(leastTelling());
            }
        } else if (borders.isEmpty() && frame >= 0 && frame % regularStep == 0) {
            regular.add(Candidate.of(Place.REGULAR, frame, latest));
            if (regular.size() > MOST_REGULAR) {
                thinOut();
            }
        }
    }

    private Candidate leastTelling() {
        return chosenBorders.stream()
                .min(Comparator.comparingDouble(Candidate::difference))
                .orElseThrow();
    }

    private void thinOut() {
        regularStep *= 2;
        regular = new ArrayList<>(regular.stream()
                .filter(candidate -> candidate.frame() % regularStep == 0)
                .toList());
    }

    /** After the last frame. */
    FrameStrips strips() {
        for (long frame = Math.max(0, frames - FRAMES_BEHIND); frame < frames; frame++) {
            choose(frame);
        }
        List<Candidate> all = new ArrayList<>(chosenBorders);
        all.addAll(faults);
        all.addAll(regular);
        return new FrameStrips(
                borders.size(),
                all.stream()
                        .sorted(Comparator.comparingLong(Candidate::frame))
                        .map(Candidate::strip)
                        .toList());
    }

    /** A place that may be shown. */
    private record Candidate(Place place, long frame, List<Frame> shown) {

        private record Frame(long number, double seconds, double difference, Sketch source, Sketch result) {}

        static Candidate of(Place place, long frame, Deque<Frame> shown) {
            return new Candidate(place, frame, List.copyOf(shown));
        }

        double difference() {
            return shown.stream().mapToDouble(Frame::difference).max().orElse(0);
        }

        FrameStrips.Strip strip() {
            double seconds = shown.stream()
                    .filter(one -> one.number() == frame)
                    .mapToDouble(Frame::seconds)
                    .findFirst()
                    .orElseThrow();
            return new FrameStrips.Strip(
                    place,
                    frame,
                    seconds,
                    difference(),
                    shown.stream()
                            .map(one ->
                                    new FrameStrips.Pair(one.number(), picture(one.source()), picture(one.result())))
                            .toList());
        }

        private static FrameStrips.Picture picture(Sketch sketch) {
            return new FrameStrips.Picture(
                    sketch.shape().width(), sketch.shape().height(), sketch.toJpeg());
        }
    }
}
