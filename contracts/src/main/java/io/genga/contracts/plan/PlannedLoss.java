package io.genga.contracts.plan;

import java.util.Objects;

/**
 * A stream of the source that the film will not have, since its container cannot hold it and its loss was allowed.
 *
 * @param stream its index in the source
 * @param label for people, for example {@code #2 data (bin_data)}
 */
public record PlannedLoss(int stream, String label) {

    public PlannedLoss {
        Objects.requireNonNull(label, "label");
    }
}
