package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BIN_DATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_ATTACHMENT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_FOURCC_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_fourcc_make_string;

import io.genga.media.input.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;

/** Tells the streams of an opened file apart. For use within module {@code media}. */
public final class SourceStreams {

    private static final int NONE = -1;

    private SourceStreams() {}

    /** All streams of {@code input}, in the container's order. The first video stream is the one that is remastered. */
    public static List<StreamDescription> describe(InputFile input) {
        return describe(input, videos(input).findFirst().orElse(NONE));
    }

    /**
     * All streams of {@code input}, in the container's order.
     *
     * @param remastered index of the video stream that is remastered
     */
    public static List<StreamDescription> describe(InputFile input, int remastered) {
        List<StreamDescription> streams = new ArrayList<>();
        for (int i = 0; i < input.streamCount(); i++) {
            AVStream stream = input.stream(i);
            String codec = codecOf(stream.codecpar());
            String language = Objects.requireNonNullElse(tag(stream, "language"), "");
            streams.add(new StreamDescription(i, kindOf(input, stream, remastered), codec, language));
        }
        return streams;
    }

    /**
     * How many video streams of {@code input} that are not among {@code lost} come before {@code video}; all are given by their
     * indices.
     */
    public static int positionOfVideo(InputFile input, int video, Set<Integer> lost) {
        return (int) videos(input)
                .filter(index -> index < video && !lost.contains(index))
                .count();
    }

    /** The index of the video stream that comes after {@code position} others, cover art aside; empty where there are fewer. */
    public static OptionalInt videoAt(InputFile input, int position) {
        return videos(input).skip(position).findFirst();
    }

    private static IntStream videos(InputFile input) {
        return IntStream.range(0, input.streamCount())
                .filter(index -> input.stream(index).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                .filter(index -> !isCover(input.stream(index)));
    }

    private static boolean isCover(AVStream stream) {
        return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    private static StreamKind kindOf(InputFile input, AVStream stream, int remastered) {
        int type = stream.codecpar().codec_type();
        if (type == AVMEDIA_TYPE_VIDEO) {
            return isCover(stream) ? StreamKind.COVER_ART : kindOfVideo(stream, remastered);
        }
        if (type == AVMEDIA_TYPE_AUDIO) {
            return StreamKind.AUDIO;
        }
        if (type == AVMEDIA_TYPE_SUBTITLE) {
            return StreamKind.SUBTITLE;
        }
        if (type == AVMEDIA_TYPE_ATTACHMENT) {
            return StreamKind.ATTACHMENT;
        }
        boolean chapterTitles = stream.codecpar().codec_id() == AV_CODEC_ID_BIN_DATA
                && input.context().nb_chapters() > 0;
        return chapterTitles ? StreamKind.CHAPTER_TITLES : StreamKind.DATA;
    }

    private static StreamKind kindOfVideo(AVStream stream, int remastered) {
        return stream.index() == remastered ? StreamKind.VIDEO : StreamKind.OTHER_VIDEO;
    }

    /** FFmpeg's name, or the container's four letters where FFmpeg has none, as for time codes. */
    private static String codecOf(AVCodecParameters parameters) {
        if (parameters.codec_id() != AV_CODEC_ID_NONE || parameters.codec_tag() == 0) {
            return avcodec_get_name(parameters.codec_id()).getString();
        }
        try (BytePointer letters = new BytePointer(AV_FOURCC_MAX_STRING_SIZE)) {
            return av_fourcc_make_string(letters, parameters.codec_tag()).getString();
        }
    }

    /** The value of a stream's tag, or null. */
    static String tag(AVStream stream, String name) {
        AVDictionaryEntry entry = av_dict_get(stream.metadata(), name, null, 0);
        return entry == null ? null : entry.value().getString();
    }
}
