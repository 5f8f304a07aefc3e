package io.genga.samplefilm.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_SUBRIP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_TEXT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_ATTACHMENT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import io.genga.samplefilm.SampleFilm;
import io.genga.samplefilm.scene.Montage;
import io.genga.samplefilm.scene.Shot;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** What a film has besides picture and sound. All that is allocated here belongs to the film, which frees it. */
final class Supplements {

    private static final int BYTES_OF_POINTER = Loader.sizeof(Pointer.class);

    private Supplements() {}

    /** A stream for {@link Subtitle}s, in milliseconds. */
    static AVStream addSubtitles(AVFormatContext film) {
        AVStream stream = avformat_new_stream(film, null);
        stream.codecpar().codec_type(AVMEDIA_TYPE_SUBTITLE);
        stream.codecpar().codec_id(AV_CODEC_ID_SUBRIP);
        stream.time_base(rational(1, 1_000));
        stream.metadata(tag(tag(new AVDictionary(null), "language", "eng"), "title", "English"));
        return stream;
    }

    static void attach(AVFormatContext film, String fileName, String mediaType, byte[] content) {
        AVStream stream = avformat_new_stream(film, null);
        BytePointer copy = new BytePointer(av_mallocz((long) content.length + AV_INPUT_BUFFER_PADDING_SIZE));
        copy.put(content);
        stream.codecpar().codec_type(AVMEDIA_TYPE_ATTACHMENT);
        stream.codecpar().codec_id(AV_CODEC_ID_TEXT);
        stream.codecpar().extradata(copy).extradata_size(content.length);
        stream.metadata(tag(tag(new AVDictionary(null), "filename", fileName), "mimetype", mediaType));
    }

    /** One for each scene. */
    static void addChapters(AVFormatContext film) {
        int count = Montage.SHOTS.size();
        var chapters = new PointerPointer<AVChapter>(av_mallocz((long) count * BYTES_OF_POINTER));
        for (int i = 0; i < count; i++) {
            int end = i + 1 < count ? Montage.SHOTS.get(i + 1).start() : Montage.FRAMES;
            chapters.put(i, chapter(i + 1, Montage.SHOTS.get(i), end));
        }
        film.chapters(chapters);
        film.nb_chapters(count);
    }

    private static AVChapter chapter(int id, Shot shot, int end) {
        return new AVChapter(av_mallocz(Loader.sizeof(AVChapter.class)))
                .id(id)
                .time_base(rational(1, SampleFilm.FRAMES_PER_SECOND))
                .start(shot.start())
                .end(end)
                .metadata(tag(new AVDictionary(null), "title", shot.scene().title()));
    }

    static AVDictionary tag(AVDictionary tags, String key, String value) {
        av_dict_set(tags, key, value, 0);
        return tags;
    }

    private static AVRational rational(int numerator, int denominator) {
        return new AVRational().num(numerator).den(denominator);
    }
}
