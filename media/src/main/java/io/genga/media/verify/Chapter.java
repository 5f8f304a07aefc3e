package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.Dictionaries;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * A chapter. Its end is not compared, since in MP4 it is the start of the next one.
 *
 * @param start in milliseconds
 * @param title empty where there is none
 */
record Chapter(long start, String title) {

    private static final AVRational MILLISECOND = AvRationals.of(new Rational(1, 1_000));

    static List<Chapter> listOf(AVFormatContext film) {
        return IntStream.range(0, film.nb_chapters())
                .mapToObj(i -> of(film.chapters(i)))
                .toList();
    }

    private static Chapter of(AVChapter chapter) {
        return new Chapter(
                av_rescale_q(chapter.start(), chapter.time_base(), MILLISECOND),
                Dictionaries.toMap(chapter.metadata()).getOrDefault("title", ""));
    }
}
