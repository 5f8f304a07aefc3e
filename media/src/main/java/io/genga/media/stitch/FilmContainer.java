package io.genga.media.stitch;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.OutputContainer;
import java.util.Map;

/** What is particular to a container. */
enum FilmContainer {
    MATROSKA("matroska") {
        @Override
        Map<String, String> options(Rational timeBase) {
            // Else a track becomes the default one because it is the first.
            return Map.of("default_mode", "passthrough");
        }
    },
    MP4("mp4") {
        @Override
        Map<String, String> options(Rational timeBase) {
            // The index goes to the front, for players that read over a network. Start offsets are kept in the movie's
            // time scale, and FFmpeg's is 1 ms.
            return Map.of("movflags", "+faststart", "movie_timescale", Integer.toString(timeBase.den()));
        }
    };

    private final String muxer;

    FilmContainer(String muxer) {
        this.muxer = muxer;
    }

    static FilmContainer of(OutputContainer container) {
        return switch (container) {
            case MATROSKA -> MATROSKA;
            case MP4 -> MP4;
        };
    }

    /** FFmpeg's name. */
    String muxer() {
        return muxer;
    }

    /** @param timeBase of the video stream */
    abstract Map<String, String> options(Rational timeBase);

    /** Whether cover art is a file attached to the film, rather than a stream of one picture. */
    boolean attachesCoverArt() {
        return this == MATROSKA;
    }
}
