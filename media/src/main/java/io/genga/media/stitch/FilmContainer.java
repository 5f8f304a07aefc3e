package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.OutputContainer;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** What is particular to a container. */
enum FilmContainer {
    MATROSKA("matroska") {
        @Override
        Map<String, String> options(Rational timeBase) {
            // Else a track becomes the default one because it is the first.
            return Map.of("default_mode", "passthrough");
        }

        @Override
        int codeOf(AVCodecParameters pictures) {
            // ProRes has its profile in QuickTime's code.
            return pictures.codec_id() == AV_CODEC_ID_PRORES ? pictures.codec_tag() : CHOSEN_BY_MUXER;
        }
    },
    MP4("mp4") {
        @Override
        Map<String, String> options(Rational timeBase) {
            // The index goes to the front, for players that read over a network. Start offsets are kept in the movie's
            // time scale, and FFmpeg's is 1 ms.
            return Map.of("movflags", "+faststart", "movie_timescale", Integer.toString(timeBase.den()));
        }

        @Override
        int codeOf(AVCodecParameters pictures) {
            // The parameter sets are in the header alone; FFmpeg's own choice would say that they may be among the
            // packets.
            return pictures.codec_id() == AV_CODEC_ID_HEVC ? HEVC_WITH_SETS_IN_HEADER : CHOSEN_BY_MUXER;
        }
    };

    private static final int CHOSEN_BY_MUXER = 0;

    /** {@code hvc1}, the first letter in the lowest byte: ISO/IEC 14496-15, 8.4.1. */
    private static final int HEVC_WITH_SETS_IN_HEADER = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

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

    /** The container's code for the codec of {@code pictures}; 0 leaves it to FFmpeg. */
    abstract int codeOf(AVCodecParameters pictures);

    /** Whether cover art is a file attached to the film, rather than a stream of one picture. */
    boolean attachesCoverArt() {
        return this == MATROSKA;
    }
}
