package io.genga.media.plan;

import io.genga.media.probe.SourceDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Says how much of a damaged film is left, and where the rest was. */
final class SalvageNote {

    /** More would be read by nobody. */
    private static final int MOST_PLACES = 20;

    /** Between two pictures, in usual distances, from which on some are missing. */
    private static final double GAP = 2.5;

    private final SalvagedFilm film;
    private final double secondsPerTick;
    private final double announced;

    private SalvageNote(SalvagedFilm film, SourceDescription source) {
        this.film = film;
        this.secondsPerTick =
                (double) source.timeBase().num() / source.timeBase().den();
        this.announced = source.seconds();
    }

    /** A sentence for people. */
    static String of(SalvagedFilm film, SourceDescription source) {
        return new SalvageNote(film, source).sentence();
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add("It was salvaged: " + film.pts().length + " of its pictures are whole");
        if (!film.lost().isEmpty()) {
            parts.add(film.lost().size() + " are damaged and left out, at "
                    + listed(film.lost().stream().map(this::seconds).toList()));
        }
        List<String> gaps = gaps();
        if (!gaps.isEmpty()) {
            parts.add("pictures are missing " + listed(gaps));
        }
        return String.join("; ", parts) + (parts.size() == 1 ? ", and none was found damaged." : ".");
    }

    private String listed(List<String> places) {
        List<String> first = places.stream().distinct().limit(MOST_PLACES).toList();
        long others = places.stream().distinct().count() - first.size();
        return String.join(", ", first) + (others > 0 ? " and at " + others + " more places" : "");
    }

    /** Where not even packets were found. */
    private List<String> gaps() {
        long[] present = presentTimes();
        double usual = usualDistance(present);
        List<String> gaps = new ArrayList<>();
        for (int i = 1; i < present.length; i++) {
            if (present[i] - present[i - 1] > GAP * usual) {
                gaps.add("from " + seconds(present[i - 1]) + " to " + seconds(present[i]));
            }
        }
        long last = present[present.length - 1];
        if (announced - last * secondsPerTick > GAP * usual * secondsPerTick) {
            gaps.add(String.format(Locale.ROOT, "from %s to the end, at %.1f s", seconds(last), announced));
        }
        return gaps;
    }

    private long[] presentTimes() {
        long[] times = Arrays.copyOf(film.pts(), film.pts().length + film.lost().size());
        for (int i = 0; i < film.lost().size(); i++) {
            times[film.pts().length + i] = film.lost().get(i);
        }
        Arrays.sort(times);
        return times;
    }

    /** The median. */
    private static double usualDistance(long[] times) {
        long[] distances = new long[Math.max(1, times.length - 1)];
        for (int i = 1; i < times.length; i++) {
            distances[i - 1] = times[i] - times[i - 1];
        }
        Arrays.sort(distances);
        return distances[distances.length / 2];
    }

    private String seconds(long ticks) {
        return String.format(Locale.ROOT, "%.1f s", ticks * secondsPerTick);
    }
}
