package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;

import io.genga.contracts.request.AllowedLoss;
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

    /** Demuxers whose packets have all times and go into other containers byte for byte. */
    private static final Set<String> COPIES_OF_VIDEO = Set.of("matroska", "mov");

    /** FFmpeg's muxers write it into these. */
    private static final Set<OutputContainer> HOLD_COVER_ART = Set.of(OutputContainer.MATROSKA, OutputContainer.MP4);

    private OutputCompatibility() {}

    /**
     * @param allowed what need not be in the film
     * @return the streams that will be missing, all of them allowed to
     * @throws RefusedMediaException with the others that {@code container} cannot hold, and where they could go
     */
    public static List<StreamDescription> losses(
            SourceDescription source, OutputContainer container, Set<AllowedLoss> allowed, String displayName) {
        List<StreamDescription> lost = source.streams().stream()
                .filter(stream -> !canHold(container, stream, source.container()))
                .toList();
        List<StreamDescription> precious = lost.stream()
                .filter(stream -> !allowed.contains(lossOf(stream)))
                .toList();
        if (precious.isEmpty()) {
            return lost;
        }
        String list = precious.stream().map(StreamDescription::label).collect(Collectors.joining(", "));
        throw new RefusedMediaException(
                displayName,
                "has streams that a ." + container.extension() + " file cannot hold (" + list + ")",
                remedy(source, precious));
    }

    private static String remedy(SourceDescription source, List<StreamDescription> precious) {
        String allow = "allow the loss of "
                + precious.stream()
                        .map(stream -> lossOf(stream).label())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Arrays.stream(OutputContainer.values())
                .filter(container ->
                        precious.stream().allMatch(stream -> canHold(container, stream, source.container())))
                .findFirst()
                .map(container -> "name an output that ends in ." + container.extension() + ", or " + allow)
                .orElse(allow);
    }

    private static AllowedLoss lossOf(StreamDescription stream) {
        return switch (stream.kind()) {
            case OTHER_VIDEO -> AllowedLoss.VIDEO;
            case AUDIO -> AllowedLoss.AUDIO;
            case SUBTITLE -> AllowedLoss.SUBTITLES;
            case ATTACHMENT -> AllowedLoss.ATTACHMENTS;
            case COVER_ART -> AllowedLoss.COVER_ART;
            case DATA -> AllowedLoss.DATA;
            case VIDEO, CHAPTER_TITLES ->
                throw new IllegalArgumentException(stream.label() + " is written anew into any container");
        };
    }

    private static boolean canHold(OutputContainer container, StreamDescription stream, String source) {
        return switch (stream.kind()) {
            case VIDEO, CHAPTER_TITLES -> true; // written anew
            case OTHER_VIDEO -> COPIES_OF_VIDEO.contains(source) && muxerKnows(container, stream.codec());
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
