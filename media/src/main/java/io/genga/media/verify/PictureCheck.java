package io.genga.media.verify;

import static io.genga.media.verify.VerificationFailedException.requireEqual;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.HdrSideData;
import io.genga.media.input.InputFile;
import java.util.Iterator;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Holds a film's decoded pictures against the plan, one after the other, up to the first difference. Not thread-safe. */
final class PictureCheck {

    private static final String NAME = "planned pictures";
    private static final long TOLERANCE_IN_TICKS = 1;

    private final Plan plan;
    private final InputFile film;
    private final AVStream stream;
    private final AVRational sourceTimeBase;
    private final PictureTags tags;
    private final Iterator<Long> plannedTimes;
    private long frames;
    private String difference;

    /** @param video index of the stream of {@code film} that was planned */
    PictureCheck(Plan plan, InputFile film, int video) {
        this.plan = plan;
        this.film = film;
        this.stream = film.stream(video);
        this.sourceTimeBase = AvRationals.of(plan.source().timeBase());
        this.tags = PictureTags.planned(plan.target());
        this.plannedTimes =
                plan.chunks().stream().flatMap(chunk -> chunk.pts().stream()).iterator();
    }

    /** @param picture the next one; stays the caller's */
    void add(AVFrame picture) {
        if (difference == null && plannedTimes.hasNext()) {
            try {
                compare(picture, plannedTimes.next());
            } catch (VerificationFailedException e) {
                difference = e.finding();
            }
        }
        frames++;
    }

    /** After the last picture. */
    Check check() {
        if (difference != null) {
            return Check.failed(NAME, difference);
        }
        return frames == plan.frameCount()
                ? Check.passed(NAME, "all " + frames + " have the time, size, shape and colour tags that were planned")
                : Check.failed(NAME, "number of frames: expected " + plan.frameCount() + ", found " + frames);
    }

    private void compare(AVFrame picture, long plannedPts) {
        long expected = av_rescale_q(plannedPts, sourceTimeBase, stream.time_base());
        if (Math.abs(picture.pts() - expected) > TOLERANCE_IN_TICKS) {
            throw new VerificationFailedException("time stamp of frame " + frames, expected, picture.pts());
        }
        PlannedTarget target = plan.target();
        requireEqual(
                "size of frame " + frames,
                target.width() + "x" + target.height(),
                picture.width() + "x" + picture.height());
        requireEqual("colour of frame " + frames, tags, PictureTags.found(picture, tags));
        requireEqual(
                "description of the dynamic range of frame " + frames, target.optionalHdr(), HdrSideData.of(picture));
        compareAspect(picture);
    }

    private void compareAspect(AVFrame picture) {
        AVRational found = av_guess_sample_aspect_ratio(film.context(), stream, picture);
        AspectRatio expected = AspectRatio.of(plan.target().sampleAspectRatio());
        AspectRatio actual = AspectRatio.of(found.num(), found.den());
        boolean kept = isKeptAsSize(plan.target().container())
                ? expected.shownWidth(plan.target().width())
                        == actual.shownWidth(plan.target().width())
                : expected.equals(actual);
        if (!kept) {
            throw new VerificationFailedException("sample aspect ratio of frame " + frames, expected, actual);
        }
    }

    /** Matroska keeps the size in which a picture is shown, in whole pixels. */
    private static boolean isKeptAsSize(OutputContainer container) {
        return container == OutputContainer.MATROSKA || container == OutputContainer.WEBM;
    }
}
