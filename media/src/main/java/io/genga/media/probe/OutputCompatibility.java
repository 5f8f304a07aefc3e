package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get_by_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;

import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.media.subtitle.TextFormat;
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
     * @param request of which the container, and what need not be in the film, matter
     * @return what the film will not have as the source has it, all of it allowed
     * @throws RefusedMediaException with the streams that the container cannot hold, where they could go, and what would allow it
     */
    public static StreamLosses losses(SourceDescription source, RemasterRequest request, String displayName) {
        OutputContainer container = request.container();
        Set<AllowedLoss> allowed = request.sourceSelection().allowedLosses();
        List<StreamDescription> unfit = source.streams().stream()
                .filter(stream -> !canHold(container, stream, source.container()))
                .toList();
        List<StreamDescription> converted = unfit.stream()
                .filter(stream -> isConvertible(stream) && allowed.contains(AllowedLoss.SUBTITLE_FORMAT))
                .toList();
        List<StreamDescription> leftOut =
                unfit.stream().filter(stream -> !converted.contains(stream)).toList();
        List<StreamDescription> precious = leftOut.stream()
                .filter(stream -> !allowed.contains(lossOf(stream)))
                .toList();
        if (!precious.isEmpty()) {
            throw refusal(source, request, precious, displayName);
        }
        return new StreamLosses(leftOut, converted, TextFormat.of(container));
    }

    private static RefusedMediaException refusal(
            SourceDescription source, RemasterRequest request, List<StreamDescription> precious, String displayName) {
        String list = precious.stream().map(StreamDescription::label).collect(Collectors.joining(", "));
        String option = precious.stream()
                .map(stream -> isConvertible(stream) ? AllowedLoss.SUBTITLE_FORMAT : lossOf(stream))
                .map(AllowedLoss::label)
                .distinct()
                .collect(Collectors.joining(","));
        String allow = "allow it with --allow-loss " + option + " (in REST allowLoss)";
        String endings = Arrays.stream(OutputContainer.values())
                .filter(request.encoder().containers()::contains)
                .filter(container ->
                        precious.stream().allMatch(stream -> canHold(container, stream, source.container())))
                .map(container -> "." + container.extension())
                .distinct()
                .collect(Collectors.joining(" or "));
        return new RefusedMediaException(
                displayName,
                "has streams that a ." + request.container().extension() + " file cannot hold (" + list + ")",
                endings.isEmpty() ? allow : "name an output that ends in " + endings + ", or " + allow);
    }

    /** Whether its text can go into any container, in the format that this has. */
    private static boolean isConvertible(StreamDescription stream) {
        return stream.kind() == StreamKind.SUBTITLE && TextFormat.canRead(stream.codec());
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
