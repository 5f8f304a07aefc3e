package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.subtitle.Cue;
import io.genga.media.subtitle.CueTimeline;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * What a stream of text subtitles lets people read, and when: whatever its format, however it divides the text into cues.
 *
 * @param texts in the order of their times, one at a time; their looks aside
 */
record ShownText(List<Text> texts) {

    private static final AVRational NANOSECOND = AvRationals.of(new Rational(1, 1_000_000_000));

    /** SubRip cannot say whether this is markup or text. */
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^>]*>");

    private static final Pattern ENDS_OF_LINES = Pattern.compile("\\s*\\n\\s*");

    /** From one time to another, in nanoseconds. */
    record Text(long start, long end, String text) {}

    /** @param timeBase of the cues */
    static ShownText of(List<Cue> cues, AVRational timeBase) {
        return new ShownText(CueTimeline.withoutOverlaps(cues).stream()
                .map(cue -> new Text(
                        av_rescale_q(cue.start(), timeBase, NANOSECOND),
                        av_rescale_q(cue.end(), timeBase, NANOSECOND),
                        normalised(cue.text().plain())))
                .toList());
    }

    /** Formats differ in how they begin and end lines. */
    private static String normalised(String text) {
        String plain = MARKUP.matcher(text).replaceAll("").strip();
        return ENDS_OF_LINES.matcher(plain).replaceAll("\n");
    }

    /** All that is said, without the times. */
    String wording() {
        return texts.stream().map(Text::text).collect(Collectors.joining("\n\n"));
    }

    /**
     * @param delay by which {@code later} may begin later
     * @return the difference of times, in nanoseconds, that is farthest from {@code delay}, less {@code delay}; of the texts that both
     *     have
     */
    long farthestFrom(ShownText later, long delay) {
        long farthest = 0;
        for (int i = 0; i < Math.min(texts.size(), later.texts.size()); i++) {
            Text before = texts.get(i);
            Text after = later.texts.get(i);
            farthest = farther(farthest, after.start() - before.start() - delay);
            farthest = farther(farthest, after.end() - before.end() - delay);
        }
        return farthest;
    }

    private static long farther(long one, long other) {
        return Math.abs(other) > Math.abs(one) ? other : one;
    }
}
