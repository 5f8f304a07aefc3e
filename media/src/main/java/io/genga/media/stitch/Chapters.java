package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import io.genga.media.ffmpeg.Dictionaries;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Chapters with their titles. */
final class Chapters {

    private static final int BYTES_OF_POINTER = Loader.sizeof(Pointer.class);

    private Chapters() {}

    /** The copies belong to {@code to}, which frees them. */
    static void copy(AVFormatContext from, AVFormatContext to) {
        int count = from.nb_chapters();
        if (count == 0) {
            return;
        }
        var chapters = new PointerPointer<AVChapter>(av_mallocz((long) count * BYTES_OF_POINTER));
        for (int i = 0; i < count; i++) {
            chapters.put(i, copyOf(from.chapters(i)));
        }
        to.chapters(chapters);
        to.nb_chapters(count);
    }

    private static AVChapter copyOf(AVChapter chapter) {
        AVChapter copy = new AVChapter(av_mallocz(Loader.sizeof(AVChapter.class)));
        return copy.id(chapter.id())
                .time_base(chapter.time_base())
                .start(chapter.start())
                .end(chapter.end())
                .metadata(Dictionaries.copyOf(chapter.metadata(), key -> true));
    }
}
