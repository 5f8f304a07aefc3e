package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much of a frame's result may be taken over from the frames before it, where the picture has hardly changed. */
public enum DrawingReuse {
    /** Every frame is computed. */
    @JsonProperty("off")
    OFF,
    /** Only what is equal bit for bit is taken over: the result is that of {@link #OFF}. */
    @JsonProperty("exact")
    EXACT,
    /** At least 48 dB against {@link #OFF}. */
    @JsonProperty("faithful")
    FAITHFUL,
    /** At least 44 dB against {@link #OFF}. */
    @JsonProperty("fast")
    FAST;

    public static final DrawingReuse DEFAULT = FAITHFUL;

    /** @throws IllegalArgumentException with the choices, where there is none of this name */
    public static DrawingReuse named(String name) {
        return Arrays.stream(values())
                .filter(reuse -> reuse.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no reuse '" + name + "': choose one of "
                        + Arrays.stream(values()).map(DrawingReuse::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
