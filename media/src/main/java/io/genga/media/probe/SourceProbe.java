package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_primaries_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_transfer_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.SourceSelection;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.output.NutFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Finds out what a source is, from its headers, and refuses what cannot be remastered whole. */
public final class SourceProbe {

    private static final Set<String> REORDERED_FREELY = Set.of("h264", "hevc");

    private SourceProbe() {}

    /**
     * @param displayName the source's name as its owner knows it, for messages
     * @throws RefusedMediaException with the reason, where the source cannot be remastered
     */
    public static SourceDescription probe(Path file, String displayName) {
        return probe(file, displayName, SourceSelection.EVERYTHING);
    }

    /**
     * @param displayName the source's name as its owner knows it, for messages
     * @throws RefusedMediaException with the reason, where the source cannot be remastered
     */
    public static SourceDescription probe(Path file, String displayName, SourceSelection selection) {
        FileHead.check(file, displayName);
        if (!selection.salvages()) {
            ContainerExtent.check(file, displayName);
        }
        try (InputFile input = open(file, selection, displayName)) {
            int chosen = VideoChoice.choose(input, selection, displayName);
            List<StreamDescription> streams = SourceStreams.describe(input, chosen);
            StreamDescription video = streams.get(chosen);
            PictureRules.check(input.stream(video.index()).codecpar(), displayName);
            PictureRules.checkTransparency(input.stream(video.index()), displayName);
            checkTimes(input, video, displayName);
            checkSound(input, streams, displayName);
            EncryptionRule.check(input, video.index(), displayName);
            FirstPicture.DynamicRange range =
                    FirstPicture.range(file, input.stream(video.index()), selection, displayName);
            checkHdr10Plus(range, selection, displayName);
            return describe(input, video, streams, range);
        }
    }

    private static InputFile open(Path file, SourceSelection selection, String displayName) {
        try {
            return selection.salvages() ? InputFile.openDamaged(file) : InputFile.open(file);
        } catch (FfmpegException e) {
            if (selection.salvages() && ContainerExtent.lacksIndex(file)) {
                throw new RefusedMediaException(
                        displayName,
                        "has lost the index of its packets (moov), without which they cannot be told apart",
                        "rebuild it with a recovery program from another film of the same camera or encoder",
                        e);
            }
            throw new RefusedMediaException(
                    displayName,
                    "is no readable film (MP4, MOV, Matroska, WebM, AVI, MPEG-TS or MPEG-PS)",
                    "convert it, or copy it again",
                    e);
        }
    }

    /** AVI knows the order of decoding only. From it FFmpeg finds the times for MPEG-4's B-pictures, but not for these. */
    private static void checkTimes(InputFile input, StreamDescription video, String displayName) {
        Rational timeBase = rational(input.stream(video.index()).time_base());
        if (timeBase.num() == 0 || !NutFile.canKeep(timeBase)) {
            throw new RefusedMediaException(
                    displayName,
                    "keeps time in an uncommon unit, of " + timeBase + " s",
                    "copy it again, or write it anew with mkvmerge");
        }
        boolean reordered = input.stream(video.index()).codecpar().video_delay() > 0;
        if (nameOf(input).equals("avi") && REORDERED_FREELY.contains(video.codec()) && reordered) {
            throw new RefusedMediaException(
                    displayName,
                    "holds " + video.codec() + " with B-pictures in AVI, which cannot say when they are shown",
                    "write it anew as Matroska, with mkvmerge");
        }
    }

    /** Such a stream is announced, but nothing of it could be found; no container takes it. */
    private static void checkSound(InputFile input, List<StreamDescription> streams, String displayName) {
        for (StreamDescription stream : streams) {
            AVCodecParameters parameters = input.stream(stream.index()).codecpar();
            if (stream.kind() == StreamKind.AUDIO
                    && (parameters.sample_rate() <= 0 || parameters.ch_layout().nb_channels() <= 0)) {
                throw new RefusedMediaException(
                        displayName,
                        "has a stream that does not say how it sounds (" + stream.label() + ")",
                        "copy it again, or take the stream out of it");
            }
        }
    }

    private static void checkHdr10Plus(FirstPicture.DynamicRange range, SourceSelection selection, String displayName) {
        if (range.hdr10Plus() && !selection.allowedLosses().contains(AllowedLoss.HDR10_PLUS)) {
            throw new RefusedMediaException(
                    displayName,
                    "is in HDR10+, which says of every scene how bright it is and would be lost",
                    "allow it with --allow-loss " + AllowedLoss.HDR10_PLUS.label()
                            + " (in REST allowLoss), to have it in HDR10");
        }
    }

    private static String nameOf(InputFile input) {
        return input.context().iformat().name().getString().split(",", -1)[0];
    }

    private static SourceDescription describe(
            InputFile input,
            StreamDescription video,
            List<StreamDescription> streams,
            FirstPicture.DynamicRange range) {
        AVStream stream = input.stream(video.index());
        AVCodecParameters parameters = stream.codecpar();
        long duration = input.context().duration();
        return new SourceDescription(
                nameOf(input),
                video.codec(),
                video.index(),
                parameters.width(),
                parameters.height(),
                av_get_pix_fmt_name(parameters.format()).getString(),
                rational(stream.time_base()),
                rational(av_guess_sample_aspect_ratio(input.context(), stream, null)),
                colour(parameters),
                range.metadata(),
                duration == AV_NOPTS_VALUE ? 0 : (double) duration / AV_TIME_BASE,
                streams,
                range.hdr10Plus());
    }

    private static Rational rational(AVRational value) {
        return value.num() <= 0 || value.den() <= 0 ? new Rational(0, 1) : new Rational(value.num(), value.den());
    }

    private static ColourTags colour(AVCodecParameters parameters) {
        return new ColourTags(
                name(av_color_primaries_name(parameters.color_primaries())),
                name(av_color_transfer_name(parameters.color_trc())),
                name(av_color_space_name(parameters.color_space())),
                name(av_color_range_name(parameters.color_range())),
                name(av_chroma_location_name(parameters.chroma_location())));
    }

    private static String name(BytePointer name) {
        return name == null ? "unknown" : name.getString();
    }
}
