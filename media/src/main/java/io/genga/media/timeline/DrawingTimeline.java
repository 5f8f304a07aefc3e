package io.genga.media.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was computed of a film, from left to right.
 *
 * @param heldFrames that show the drawing before; of some the self-check computed a little again
 * @param unknownFrames of which nothing is known, since an older release computed them
 * @param inferencePixelShare pixels on which the network was run, halos and self-checks included, for each of the known frames' pixels; null where
 *     none is known
 * @param columns at most 1,000, each of as many frames as the others, or of one more
 * @param chunkStarts numbers of the frames, from 0, with which chunks begin, the first chunk aside; empty where they are too many to be shown
 * @param seconds when the first, the middle and the last frame begin, from the first on
 */
public record DrawingTimeline(
        long frames,
        long heldFrames,
        long unknownFrames,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double inferencePixelShare,
        List<TimelineColumn> columns,
        List<Long> chunkStarts,
        List<Double> seconds) {

    private static final int MOST_PARTS = 8;

    public DrawingTimeline {
        columns = List.copyOf(columns);
        chunkStarts = List.copyOf(chunkStarts);
        seconds = List.copyOf(seconds);
    }

    /**
     * @param chunks of the film, in its order
     * @param timeBase of their time stamps
     * @param shares what was noted beside the result of each chunk; empty where nothing was
     */
    public static DrawingTimeline of(
            List<PlannedChunk> chunks, Rational timeBase, List<Optional<ComputedShares>> shares) {
        JoinedChunks joined = new JoinedChunks(chunks, timeBase);
        shares.forEach(joined::addNext);
        return joined.timeline();
    }

    /** The same as the columns, for those who cannot see them. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String description() {
        int parts = Math.min(MOST_PARTS, columns.size());
        return IntStream.range(0, parts)
                .mapToObj(part -> columns.subList(columns.size() * part / parts, columns.size() * (part + 1) / parts))
                .map(DrawingTimeline::percent)
                .collect(Collectors.joining(
                        ", ",
                        "Timeline: how much of the picture was computed, in " + parts + " equal parts of the film: ",
                        "."));
    }

    private static String percent(List<TimelineColumn> part) {
        double known = part.stream().mapToDouble(column -> 1 - column.unknown()).sum();
        double computed = part.stream().mapToDouble(TimelineColumn::computed).sum();
        return known == 0 ? "unknown" : String.format(Locale.ROOT, "%.0f %%", 100 * computed / known);
    }

    /** For people, one or two sentences. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String summary() {
        if (inferencePixelShare == null) {
            return "Nothing is known of what was computed: an older release did it.";
        }
        long knownFrames = frames - unknownFrames;
        String known = String.format(
                        Locale.ROOT,
                        "The network was run on %.0f %% of the picture of %d frames",
                        100 * inferencePixelShare,
                        knownFrames)
                + (heldFrames == 0 ? "." : "; " + heldFrames + " of them hold the drawing before.");
        return unknownFrames == 0
                ? known
                : known + " Nothing is known of " + unknownFrames + " more: an older release computed them.";
    }
}
