package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BIN_DATA;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_ATTACHMENT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import io.genga.media.input.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** Tells the streams of an opened file apart. For use within module {@code media}. */
public final class SourceStreams {

    private SourceStreams() {}

    /** All streams of {@code input}, in the container's order. */
    public static List<StreamDescription> describe(InputFile input) {
        List<StreamDescription> streams = new ArrayList<>();
        for (int i = 0; i < input.streamCount(); i++) {
            AVStream stream = input.stream(i);
            String codec = avcodec_get_name(stream.codecpar().codec_id()).getString();
            String language = Objects.requireNonNullElse(tag(stream, "language"), "");
            streams.add(new StreamDescription(i, kindOf(input, stream), codec, language));
        }
        return streams;
    }

    private static StreamKind kindOf(InputFile input, AVStream stream) {
        int type = stream.codecpar().codec_type();
        if (type == AVMEDIA_TYPE_VIDEO) {
            boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            return cover ? StreamKind.COVER_ART : StreamKind.VIDEO;
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

    /** The value of a stream's tag, or null. */
    static String tag(AVStream stream, String name) {
        AVDictionaryEntry entry = av_dict_get(stream.metadata(), name, null, 0);
        return entry == null ? null : entry.value().getString();
    }
}
