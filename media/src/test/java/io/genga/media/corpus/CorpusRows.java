package io.genga.media.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every coding in every container that holds it, several times; all else is chosen so that values that have not met yet meet: the pairwise
 * testing of Cohen et al. (AETG, 1997), without its search. The same rows every time.
 */
final class CorpusRows {

    /** How often two values stand in the same row; with itself, how often one does. */
    private final Map<Set<Object>, Integer> met = new HashMap<>();

    private final List<CorpusRow> rows = new ArrayList<>();

    private CorpusRows() {}

    /** @param rounds through all codings and containers */
    static List<CorpusRow> ofRounds(int rounds) {
        CorpusRows corpus = new CorpusRows();
        for (int round = 0; round < rounds; round++) {
            for (Coding coding : Coding.values()) {
                coding.containers().forEach(container -> corpus.add(coding, container));
            }
        }
        return List.copyOf(corpus.rows);
    }

    private void add(Coding coding, SourceContainer container) {
        List<Object> chosen = new ArrayList<>(List.of(coding, container));
        String format = choose(coding.formats(), any -> true, chosen);
        Beside beside = choose(
                Arrays.asList(Beside.values()),
                value -> value.isPossible(container)
                        && Arrays.stream(Target.values()).anyMatch(target -> target.isPossible(coding, format, value)),
                chosen);
        Target target =
                choose(Arrays.asList(Target.values()), value -> value.isPossible(coding, format, beside), chosen);
        Start start = choose(Arrays.asList(Start.values()), value -> value.isPossible(container, beside), chosen);
        Pace pace = choose(Arrays.asList(Pace.values()), value -> value.isPossible(coding, container), chosen);
        Shape shape = choose(Arrays.asList(Shape.values()), value -> value.isPossible(coding, container), chosen);
        rows.add(new CorpusRow(coding, container, format, beside, target, pace, start, shape));
        count(chosen);
    }

    /** Of the possible values the one that has met those in {@code chosen} most seldom; of equals the first. Adds it to them. */
    private <T> T choose(Collection<T> values, Predicate<T> possible, List<Object> chosen) {
        T rarest = null;
        int fewest = Integer.MAX_VALUE;
        for (T value : values) {
            int meetings = possible.test(value) ? meetings(value, chosen) : Integer.MAX_VALUE;
            if (meetings < fewest) {
                rarest = value;
                fewest = meetings;
            }
        }
        chosen.add(rarest);
        return rarest;
    }

    private int meetings(Object value, List<Object> chosen) {
        int meetings = met.getOrDefault(Set.of(value), 0);
        for (Object other : chosen) {
            meetings += met.getOrDefault(Set.of(value, other), 0) * chosen.size();
        }
        return meetings;
    }

    private void count(List<Object> chosen) {
        for (int i = 0; i < chosen.size(); i++) {
            met.merge(Set.of(chosen.get(i)), 1, Integer::sum);
            for (int j = 0; j < i; j++) {
                met.merge(Set.of(chosen.get(i), chosen.get(j)), 1, Integer::sum);
            }
        }
    }
}
