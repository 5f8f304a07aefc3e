package io.genga.media.subtitle;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MOV_TEXT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_SUBRIP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBVTT;

import io.genga.contracts.request.OutputContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A format of text subtitles that subtitles of other formats can be converted to. */
public enum TextFormat {
    SUBRIP("subrip", AV_CODEC_ID_SUBRIP),
    /** 3GPP TS 26.245. One text at a time. */
    MOV_TEXT("mov_text", AV_CODEC_ID_MOV_TEXT),
    WEBVTT("webvtt", AV_CODEC_ID_WEBVTT);

    /** FFmpeg's names of the formats that can be read. */
    private static final Set<String> READABLE = Set.of("ass", "ssa", "subrip", "text", "mov_text", "webvtt");

    private final String codec;
    private final int codecId;

    TextFormat(String codec, int codecId) {
        this.codec = codec;
        this.codecId = codecId;
    }

    /** The one that every reader of the container knows. */
    public static TextFormat of(OutputContainer container) {
        return switch (container) {
            case MATROSKA -> SUBRIP;
            case MP4, FRAGMENTED_MP4, MOV -> MOV_TEXT;
            case WEBM -> WEBVTT;
        };
    }

    /** @param codec one of {@link #codec} */
    public static TextFormat ofCodec(String codec) {
        return Arrays.stream(values())
                .filter(format -> format.codec.equals(codec))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("subtitles are not converted to " + codec));
    }

    /** Whether subtitles of a codec, in FFmpeg's name, are text that can be converted; pictures cannot. */
    public static boolean canRead(String codec) {
        return READABLE.contains(codec);
    }

    /** FFmpeg's name. */
    public String codec() {
        return codec;
    }

    int codecId() {
        return codecId;
    }

    /**
     * Cues as this format can show them.
     *
     * @param longestBlank that a cue which shows nothing may be, in ticks
     */
    public List<Cue> arrange(List<Cue> cues, long longestBlank) {
        return switch (this) {
            case SUBRIP, WEBVTT -> cues;
            case MOV_TEXT -> CueTimeline.withoutGaps(CueTimeline.withoutOverlaps(cues), longestBlank);
        };
    }

    /** Text that means itself, not markup. SubRip has no escapes. */
    String escape(String text) {
        return switch (this) {
            case SUBRIP, MOV_TEXT -> text;
            case WEBVTT -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        };
    }
}
