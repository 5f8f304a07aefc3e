package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;

import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.OutputContainer;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * What is particular to a container.
 *
 * @param muxer FFmpeg's name
 * @param options of the muxer, for a video stream in the given time base
 */
record FilmContainer(OutputContainer kind, String muxer, Map<String, String> options) {

    private static final int CHOSEN_BY_MUXER = 0;

    /** {@code hvc1}, the first letter in the lowest byte: ISO/IEC 14496-15, 8.4.1. */
    private static final int HEVC_WITH_SETS_IN_HEADER = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

    /** For players that read over a network. */
    private static final String INDEX_IN_FRONT = "+faststart";

    /**
     * A fragment begins at each key frame, and each is found without those before it. The header waits for the first packets
     * of all streams, since it says how they are offset.
     */
    private static final String IN_FRAGMENTS = "+frag_keyframe+delay_moov+default_base_moof";

    /** @param timeBase of the video stream */
    static FilmContainer of(OutputContainer kind, Rational timeBase) {
        return switch (kind) {
            case MATROSKA -> new FilmContainer(kind, "matroska", choicesAsTheyAre());
            case WEBM -> new FilmContainer(kind, "webm", choicesAsTheyAre());
            case MP4 -> new FilmContainer(kind, "mp4", quickTime(INDEX_IN_FRONT, timeBase));
            case FRAGMENTED_MP4 -> new FilmContainer(kind, "mp4", quickTime(IN_FRAGMENTS, timeBase));
            case MOV -> new FilmContainer(kind, "mov", quickTime(INDEX_IN_FRONT, timeBase));
        };
    }

    /** Else a track becomes the default one because it is the first. */
    private static Map<String, String> choicesAsTheyAre() {
        return Map.of("default_mode", "passthrough");
    }

    /** Start offsets are kept in the movie's time scale, and FFmpeg's is 1 ms. */
    private static Map<String, String> quickTime(String flags, Rational timeBase) {
        return Map.of("movflags", flags, "movie_timescale", Integer.toString(timeBase.den()));
    }

    /** The container's code for the codec of {@code pictures}; 0 leaves it to FFmpeg. */
    int codeOf(AVCodecParameters pictures) {
        return switch (kind) {
            case MATROSKA, MOV -> // ProRes has its profile in QuickTime's code
                pictures.codec_id() == AV_CODEC_ID_PRORES ? pictures.codec_tag() : hevcCode(pictures);
            case MP4, FRAGMENTED_MP4 -> hevcCode(pictures);
            case WEBM -> CHOSEN_BY_MUXER;
        };
    }

    /** The parameter sets are in the header alone; FFmpeg's own choice would say that they may be among the packets. */
    private int hevcCode(AVCodecParameters pictures) {
        return kind != OutputContainer.MATROSKA && pictures.codec_id() == AV_CODEC_ID_HEVC
                ? HEVC_WITH_SETS_IN_HEADER
                : CHOSEN_BY_MUXER;
    }

    /** Whether cover art is a file attached to the film, rather than a stream of one picture. */
    boolean attachesCoverArt() {
        return kind == OutputContainer.MATROSKA;
    }
}
