package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of the source becomes the film.
 *
 * @param video which of the source's video streams is remastered, counted from 0, cover art aside; null where it has but one
 * @param allowedLosses what may be left out or converted; all else is kept, or the source is refused
 * @param interlaced what is done where its pictures are; null for {@link InterlacedHandling#DEFAULT}
 * @param salvage true where a damaged source is remastered as far as it can be read; null where it is refused
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceSelection(
        Integer video, Set<AllowedLoss> allowedLosses, InterlacedHandling interlaced, Boolean salvage) {

    /** The only video stream, and all the others as they are. */
    public static final SourceSelection EVERYTHING = new SourceSelection(null, Set.of());

    public SourceSelection {
        if (video != null && video < 0) {
            throw new IllegalArgumentException("video streams are counted from 0, there is no " + video);
        }
        // In order, so that equal requests are written alike.
        allowedLosses = Collections.unmodifiableSet(new TreeSet<>(allowedLosses == null ? Set.of() : allowedLosses));
        interlaced = interlaced == InterlacedHandling.DEFAULT ? null : interlaced;
        salvage = Boolean.TRUE.equals(salvage) ? true : null;
    }

    /** Of a source that is neither interlaced nor damaged. */
    public SourceSelection(Integer video, Set<AllowedLoss> allowedLosses) {
        this(video, allowedLosses, null, null);
    }

    public InterlacedHandling interlacedHandling() {
        return interlaced == null ? InterlacedHandling.DEFAULT : interlaced;
    }

    public boolean salvages() {
        return salvage != null;
    }
}
