package io.genga.media.probe;

import io.genga.contracts.plan.PlannedConversion;
import io.genga.contracts.plan.PlannedLoss;
import io.genga.media.subtitle.TextFormat;
import java.util.List;

/**
 * What a container cannot hold of a source.
 *
 * @param leftOut that the film will not have
 * @param converted that it will have in another format
 * @param format of the latter
 */
public record StreamLosses(List<StreamDescription> leftOut, List<StreamDescription> converted, TextFormat format) {

    public StreamLosses {
        leftOut = List.copyOf(leftOut);
        converted = List.copyOf(converted);
    }

    /** As the plan says it. */
    public List<PlannedLoss> losses() {
        return leftOut.stream()
                .map(stream -> new PlannedLoss(stream.index(), stream.label()))
                .toList();
    }

    /** As the plan says it. */
    public List<PlannedConversion> conversions() {
        return converted.stream()
                .map(stream -> new PlannedConversion(stream.index(), stream.label(), format.codec()))
                .toList();
    }
}
