package io.genga.media.corpus;

import static io.genga.media.corpus.SourceContainer.DISC_STREAM;
import static io.genga.media.corpus.SourceContainer.MATROSKA;
import static io.genga.media.corpus.SourceContainer.MOV;
import static io.genga.media.corpus.SourceContainer.MP4;
import static io.genga.media.corpus.SourceContainer.PROGRAM_STREAM;
import static io.genga.media.corpus.SourceContainer.TRANSPORT_STREAM;
import static io.genga.media.corpus.SourceContainer.WEBM;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where on the container's clock a film begins. */
enum Start {
    ZERO("at 0", EnumSet.allOf(SourceContainer.class)),
    /** The sound begins at 0. */
    LATE("picture 0.5 s late", EnumSet.of(MATROSKA, MP4, MOV, TRANSPORT_STREAM, WEBM)),
    /** An edit list hides what comes before 0. */
    HIDDEN(
            "0.3 s hidden by an edit list",
            EnumSet.of(MP4, MOV),
            "-output_ts_offset",
            "-0.3",
            "-avoid_negative_ts",
            "disabled"),
    TEN_HOURS("at 10 h", EnumSet.of(TRANSPORT_STREAM, DISC_STREAM, PROGRAM_STREAM), "-output_ts_offset", "36000"),
    /** The 33 bits of the clock, of 90 kHz, begin again amid the film. */
    WRAPPING("clock wraps", EnumSet.of(TRANSPORT_STREAM, DISC_STREAM), "-output_ts_offset", "95441.5");

    private static final double HIDDEN_SECONDS = 0.3;

    private final String label;
    private final Set<SourceContainer> containers;
    private final List<String> muxing;

    Start(String label, Set<SourceContainer> containers, String... muxing) {
        this.label = label;
        this.containers = containers;
        this.muxing = List.of(muxing);
    }

    boolean isPossible(SourceContainer container, Beside beside) {
        return containers.contains(container) && (this != HIDDEN || beside.canBeHidden());
    }

    String[] muxing() {
        return muxing.toArray(String[]::new);
    }

    /** The number of the first picture that is shown. */
    int firstNumber(Pace pace) {
        if (this != HIDDEN) {
            return 0;
        }
        return switch (pace) {
            case FILM, NTSC, VARIABLE -> (int) Math.ceil(HIDDEN_SECONDS * 24);
            case PAL -> (int) Math.ceil(HIDDEN_SECONDS * 25);
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
