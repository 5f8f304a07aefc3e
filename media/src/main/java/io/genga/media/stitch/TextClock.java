package io.genga.media.stitch;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.input.InputFile;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The time base of text in MP4. FFmpeg's muxer compares ticks of text with ticks of whatever other stream, to see where it must end a text
 * itself; where it errs in fragments, an assertion ends the process. It does not err where no stream's ticks are finer than the text's.
 */
final class TextClock {

    private static final int FINEST_OF_SOUND = 192_000;

    /** FFmpeg counts a sample's ticks in 31 bits: 35 minutes. */
    private static final int FINEST_OF_TEXT = 1_000_000;

    private TextClock() {}

    /** @return of which {@code original}'s time base is a multiple */
    static AVRational of(AVStream original, InputFile source) {
        int own = original.time_base().den();
        int finest = FINEST_OF_SOUND;
        for (int i = 0; i < source.streamCount(); i++) {
            finest = Math.max(finest, source.stream(i).time_base().den());
        }
        int factor = Math.max(1, (Math.min(finest, FINEST_OF_TEXT) + own - 1) / own);
        return AvRationals.of(new Rational(1, own * factor));
    }
}
