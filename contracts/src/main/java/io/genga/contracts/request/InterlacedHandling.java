package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done to a video of interlaced or telecined pictures. */
public enum InterlacedHandling {
    /** It is refused, with the reason. */
    @JsonProperty("refuse")
    REFUSE,
    /** Of each picture's two fields the first one is made whole: as many pictures, each at its time. */
    @JsonProperty("deinterlace")
    DEINTERLACE;

    public static final InterlacedHandling DEFAULT = REFUSE;

    /** @throws IllegalArgumentException with the choices, where there is none of this name */
    public static InterlacedHandling named(String name) {
        return Arrays.stream(values())
                .filter(handling -> handling.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no handling of interlaced videos '" + name
                        + "': choose one of "
                        + Arrays.stream(values())
                                .map(InterlacedHandling::toString)
                                .collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
