package io.genga.media.subtitle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is shown at one time.
 *
 * @param runs from the first letter to the last; lines are divided by {@code \n}
 */
public record StyledText(List<Run> runs) {

    public static final StyledText BLANK = new StyledText(List.of());

    private static final Run LINE_BREAK = new Run("\n", Set.of());

    /** Letters that look alike. */
    public record Run(String text, Set<Emphasis> emphasis) {

        public Run {
            emphasis = emphasis.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(emphasis));
        }
    }

    public StyledText {
        runs = runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }

    /** The text without its looks. */
    public String plain() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    public boolean isBlank() {
        return plain().isBlank();
    }

    /** Several that are shown at once, each on lines of its own. */
    static StyledText stacked(List<StyledText> texts) {
        List<Run> runs = new ArrayList<>();
        for (StyledText text : texts) {
            if (!runs.isEmpty()) {
                runs.add(LINE_BREAK);
            }
            runs.addAll(text.runs());
        }
        return new StyledText(runs);
    }
}
