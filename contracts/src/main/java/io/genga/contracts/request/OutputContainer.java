package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The container of the remastered film. */
public enum OutputContainer {
    MATROSKA("mkv"),
    MP4("mp4");

    private final String extension;

    OutputContainer(String extension) {
        this.extension = extension;
    }

    /** Without the dot. */
    @JsonValue
    public String extension() {
        return extension;
    }

    /** The container that the ending of {@code fileName} names, in any case of letters. */
    public static Optional<OutputContainer> ofFileName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(container -> lower.endsWith("." + container.extension))
                .findFirst();
    }
}
