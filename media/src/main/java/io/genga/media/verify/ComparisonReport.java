package io.genga.media.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How a result compares with its source.
 *
 * @param source path as given
 * @param result path as given
 * @param frames of the result that were decoded
 * @param checks in the order in which people want to read them
 */
public record ComparisonReport(String source, String result, long frames, List<Check> checks) {

    public ComparisonReport {
        checks = List.copyOf(checks);
    }

    @JsonProperty
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
