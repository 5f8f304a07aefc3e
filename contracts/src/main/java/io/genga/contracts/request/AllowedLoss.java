package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A kind of streams that may be left out of the film where its container cannot hold them. */
public enum AllowedLoss {
    /** Video streams besides the one that is remastered. */
    VIDEO("video"),
    AUDIO("audio"),
    SUBTITLES("subtitles"),
    /** Files in the film, such as fonts. */
    ATTACHMENTS("attachments"),
    COVER_ART("cover-art"),
    /** Time codes, positions and the like, which cameras record. */
    DATA("data");

    private final String label;

    AllowedLoss(String label) {
        this.label = label;
    }

    /** As requests say it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException with the choices, where there is none of this name */
    public static AllowedLoss named(String name) {
        return Arrays.stream(values())
                .filter(loss -> loss.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no streams called '" + name
                        + "' whose loss could be allowed: choose from "
                        + Arrays.stream(values()).map(AllowedLoss::label).collect(Collectors.joining(", "))));
    }
}
