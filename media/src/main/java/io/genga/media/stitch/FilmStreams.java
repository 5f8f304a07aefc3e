package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.ColourCodes;
import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.ffmpeg.DisplayRotation;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.HdrSideData;
import io.genga.media.ffmpeg.HiddenSound;
import io.genga.media.input.InputFile;
import io.genga.media.output.OutputFile;
import io.genga.media.probe.SourceStreams;
import io.genga.media.probe.StreamDescription;
import io.genga.media.probe.StreamKind;
import io.genga.media.subtitle.TextFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** The streams of a film, in the source's order, and where the source's packets go. */
final class FilmStreams {

    private final InputFile source;
    private final OutputFile output;
    private final FilmContainer container;
    private final ConvertedTracks converted;
    private final Map<Integer, Integer> companions = new HashMap<>();
    private int video;

    private FilmStreams(InputFile source, FilmContainer container, OutputFile output, ConvertedTracks converted) {
        this.source = source;
        this.container = container;
        this.output = output;
        this.converted = converted;
    }

    /**
     * Adds all streams to {@code output}. From now on, {@code source} skips the packets that are not wanted.
     *
     * @param converted gets the streams of subtitles that are
     */
    static FilmStreams layOut(
            Plan plan,
            AVCodecParameters pictures,
            InputFile source,
            FilmContainer container,
            OutputFile output,
            ConvertedTracks converted) {
        FilmStreams streams = new FilmStreams(source, container, output, converted);
        Set<Integer> lost = plan.source().lostStreams();
        Map<Integer, String> conversions = plan.source().convertedStreams();
        for (StreamDescription description :
                SourceStreams.describe(source, plan.source().videoStream())) {
            AVStream stream = source.stream(description.index());
            if (lost.contains(description.index())) {
                stream.discard(AVDISCARD_ALL);
            } else if (conversions.containsKey(description.index())) {
                streams.addConverted(stream, TextFormat.ofCodec(conversions.get(description.index())));
            } else {
                streams.add(description.kind(), stream, plan, pictures);
            }
        }
        return streams;
    }

    private void add(StreamKind kind, AVStream stream, Plan plan, AVCodecParameters pictures) {
        switch (kind) {
            case VIDEO -> addVideo(plan, pictures, stream);
            case COVER_ART -> addCoverArt(stream);
            case ATTACHMENT -> addCopy(stream);
            case SUBTITLE -> addSubtitles(stream);
            case OTHER_VIDEO, AUDIO, DATA -> addCompanion(stream);
            case CHAPTER_TITLES -> stream.discard(AVDISCARD_ALL);
        }
    }

    int video() {
        return video;
    }

    /** Whether a packet of the source goes into the film. Matroska has no edit lists: sound that they hide would be heard. */
    boolean takes(AVPacket packet) {
        int index = packet.stream_index();
        boolean heard = container.kind() != OutputContainer.MATROSKA
                || !HiddenSound.isHidden(packet)
                || !HiddenSound.standsAlone(source.stream(index).codecpar());
        return companions.containsKey(index) && heard;
    }

    int companion(int sourceIndex) {
        return companions.get(sourceIndex);
    }

    private void addVideo(Plan plan, AVCodecParameters pictures, AVStream original) {
        original.discard(AVDISCARD_ALL);
        PlannedTarget target = plan.target();
        AVStream stream = output.addStream();
        describe(stream.codecpar(), pictures);
        stream.codecpar().codec_tag(container.codeOf(pictures));
        stream.codecpar().sample_aspect_ratio(AvRationals.of(target.sampleAspectRatio()));
        ColourCodes.of(target.colour()).writeTo(stream.codecpar());
        DisplayRotation.copy(original.codecpar(), stream.codecpar());
        target.optionalHdr().ifPresent(hdr -> HdrSideData.writeTo(stream.codecpar(), hdr));
        stream.sample_aspect_ratio(AvRationals.of(target.sampleAspectRatio()));
        stream.time_base(AvRationals.of(plan.source().timeBase()));
        stream.avg_frame_rate(original.avg_frame_rate());
        stream.r_frame_rate(original.r_frame_rate());
        stream.disposition(original.disposition());
        stream.metadata(Dictionaries.copyOf(original.metadata(), SourceTags::ofRemasteredStream));
        video = stream.index();
    }

    private void addCompanion(AVStream original) {
        companions.put(original.index(), addCopy(original).index());
    }

    private void addSubtitles(AVStream original) {
        addCompanion(original);
        if (container.kind() == OutputContainer.FRAGMENTED_MP4) {
            output.stream(companion(original.index())).time_base(TextClock.of(original, source));
        }
    }

    private void addConverted(AVStream original, TextFormat format) {
        original.discard(AVDISCARD_ALL);
        AVStream stream = output.addStream();
        converted.add(original, format, stream);
        stream.time_base(format == TextFormat.MOV_TEXT ? TextClock.of(original, source) : original.time_base());
        stream.disposition(original.disposition());
        stream.metadata(Dictionaries.copyOf(original.metadata(), SourceTags::ofRemasteredStream));
    }

    private void addCoverArt(AVStream original) {
        if (container.attachesCoverArt()) {
            original.discard(AVDISCARD_ALL);
            CoverAttachment.describe(addCopy(original), original);
        } else {
            addCompanion(original);
        }
    }

    private AVStream addCopy(AVStream original) {
        AVStream stream = output.addStream();
        describe(stream.codecpar(), original.codecpar());
        stream.time_base(original.time_base());
        stream.sample_aspect_ratio(original.sample_aspect_ratio());
        stream.avg_frame_rate(original.avg_frame_rate());
        stream.disposition(original.disposition());
        stream.metadata(Dictionaries.copyOf(original.metadata(), SourceTags::ofCopiedStream));
        return stream;
    }

    private static void describe(AVCodecParameters parameters, AVCodecParameters original) {
        FfmpegCall.check(avcodec_parameters_copy(parameters, original), "describing a stream");
        parameters.codec_tag(0); // the source container's code; the film's container has its own
    }
}
