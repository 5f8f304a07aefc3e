package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The container of the remastered film. */
public enum OutputContainer {
    MATROSKA("mkv", "mkv"),
    /** Its index comes first, so that players can begin before all is there. */
    MP4("mp4", "mp4"),
    /** In fragments that are complete in themselves, as packagers for HTTP streaming take it (ISO/IEC 14496-12, 8.8). */
    FRAGMENTED_MP4("fmp4", "mp4"),
    /** QuickTime, with its index first. */
    MOV("mov", "mov"),
    WEBM("webm", "webm");

    private final String shortName;
    private final String extension;

    OutputContainer(String shortName, String extension) {
        this.shortName = shortName;
        this.extension = extension;
    }

    /** As requests and plans write it. */
    @JsonValue
    public String shortName() {
        return shortName;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    /** @param name in any case of letters */
    public static Optional<OutputContainer> named(String name) {
        return Arrays.stream(values())
                .filter(container -> container.shortName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The container that the ending of {@code fileName} names, in any case of letters; of two, the one not fragmented. */
    public static Optional<OutputContainer> ofFileName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(container -> lower.endsWith("." + container.extension))
                .findFirst();
    }
}
