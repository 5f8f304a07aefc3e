package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;

import io.genga.contracts.request.OutputContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;

/** Whether a container can hold all that a source has. */
public final class OutputCompatibility {

    private static final int STRICTNESS_NORMAL = 0;

    /** FFmpeg's muxers write it into these. */
    private static final Set<OutputContainer> HOLD_COVER_ART = Set.of(OutputContainer.MATROSKA, OutputContainer.MP4);

    private OutputCompatibility() {}

    /** @throws RefusedMediaException with the streams that {@code container} cannot hold, and where they could go */
    public static void check(SourceDescription source, OutputContainer container, String displayName) {
        List<StreamDescription> lost = source.streams().stream()
                .filter(stream -> !canHold(container, stream))
                .toList();
        if (lost.isEmpty()) {
            return;
        }
        String list = lost.stream().map(StreamDescription::label).collect(Collectors.joining(", "));
        throw new RefusedMediaException(
                displayName,
                "has streams that a ." + container.extension() + " file cannot hold (" + list + ")",
                remedy(source));
    }

    private static String remedy(SourceDescription source) {
        return Arrays.stream(OutputContainer.values())
                .filter(container -> source.streams().stream().allMatch(stream -> canHold(container, stream)))
                .findFirst()
                .map(container -> "name an output that ends in ." + container.extension())
                .orElse("take these streams out of the source first");
    }

    private static boolean canHold(OutputContainer container, StreamDescription stream) {
        return switch (stream.kind()) {
            case VIDEO, CHAPTER_TITLES -> true; // written anew
            case DATA -> false;
            case ATTACHMENT -> container == OutputContainer.MATROSKA;
            case COVER_ART -> HOLD_COVER_ART.contains(container) && muxerKnows(container, stream.codec());
            case AUDIO, SUBTITLE -> muxerKnows(container, stream.codec());
        };
    }

    private static boolean muxerKnows(OutputContainer container, String codec) {
        AVCodecDescriptor descriptor = avcodec_descriptor_get_by_name(codec);
        AVOutputFormat muxer = av_guess_format(muxerName(container), null, null);
        return descriptor != null && avformat_query_codec(muxer, descriptor.id(), STRICTNESS_NORMAL) == 1;
    }

    private static String muxerName(OutputContainer container) {
        return switch (container) {
            case MATROSKA -> "matroska";
            case MP4, FRAGMENTED_MP4 -> "mp4";
            case MOV -> "mov";
            case WEBM -> "webm";
        };
    }
}
