package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What of a source may be missing from the film: kinds of streams that its container cannot hold, what a conversion into the
 * container's own format loses, and what no result can keep.
 */
public enum AllowedLoss {
    /** Video streams besides the one that is remastered. */
    VIDEO("video"),
    AUDIO("audio"),
    SUBTITLES("subtitles"),
    /** Files in the film, such as fonts. */
    ATTACHMENTS("attachments"),
    COVER_ART("cover-art"),
    /** Time codes, positions and the like, which cameras record. */
    DATA("data"),
    /**
     * Text subtitles are written in the container's own format: text, times, line breaks, italics, bold and underlining stay;
     * fonts, colours, sizes, positions and drawings go.
     */
    SUBTITLE_FORMAT("subtitle-format"),
    /** How bright each scene is, for displays that know HDR10+ (SMPTE ST 2094-40); what HDR10 says of the whole film stays. */
    HDR10_PLUS("hdr10plus");

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
                .orElseThrow(() -> new IllegalArgumentException("there is nothing called '" + name
                        + "' whose loss could be allowed: choose from "
                        + Arrays.stream(values()).map(AllowedLoss::label).collect(Collectors.joining(", "))));
    }
}
