package io.genga.media.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a result compares with its source.
 *
 * @param source by whatever name it was compared
 * @param result by whatever name it was compared
 * @param frames of the result that were decoded
 * @param checks in the order in which people want to read them
 * @param kept what the result has of its source
 * @param likeness of the pictures
 * @param timeline where in the film something happens
 * @param strips pictures of some places of the film, the source's beside the result's; not part of the JSON
 */
public record ComparisonReport(
        String source,
        String result,
        long frames,
        List<Check> checks,
        VerifiedFilm kept,
        Likeness likeness,
        Timeline timeline,
        @JsonIgnore FrameStrips strips) {

    public ComparisonReport {
        checks = List.copyOf(checks);
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(likeness, "likeness");
        Objects.requireNonNull(timeline, "timeline");
        Objects.requireNonNull(strips, "strips");
    }

    @JsonProperty
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** The first one that failed; empty where all passed. */
    @JsonIgnore
    public Optional<Check> firstFault() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }
}
