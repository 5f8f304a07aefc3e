package io.genga.media.verify;

import static io.genga.media.verify.VerificationFailedException.requireEqual;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.HdrSideData;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import java.util.Iterator;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Decodes a film's pictures, each held against the plan; packets of other streams go to the inventory. Runs once. */
final class PictureCheck implements AutoCloseable {

    private static final long TOLERANCE_IN_TICKS = 1;

    private final Plan plan;
    private final InputFile film;
    private final FilmInventory inventory;
    private final AVStream stream;
    private final AVRational sourceTimeBase;
    private final PictureTags tags;
    private final VideoDecoder decoder;
    private long frames;

    private PictureCheck(Plan plan, InputFile film, FilmInventory inventory, VideoDecoder decoder) {
        this.plan = plan;
        this.film = film;
        this.inventory = inventory;
        this.stream = film.stream(inventory.video());
        this.sourceTimeBase = AvRationals.of(plan.source().timeBase());
        this.tags = PictureTags.planned(plan.target());
        this.decoder = decoder;
    }

    static PictureCheck open(Plan plan, InputFile film, FilmInventory inventory) {
        AVStream stream = film.stream(inventory.video());
        return new PictureCheck(plan, film, inventory, VideoDecoder.open(stream.codecpar(), Strictness.EVERY_RULE));
    }

    /** @return the number of frames */
    long run() {
        Iterator<Long> planned =
                plan.chunks().stream().flatMap(chunk -> chunk.pts().stream()).iterator();
        for (AVFrame picture = next(); picture != null; picture = next()) {
            if (!planned.hasNext()) {
                throw new VerificationFailedException("number of frames", plan.frameCount(), "more");
            }
            check(picture, planned.next());
            frames++;
        }
        requireEqual("number of frames", plan.frameCount(), frames);
        return frames;
    }

    private AVFrame next() {
        try {
            return decoder.next(this::readVideo);
        } catch (FfmpegException | DamagedPictureException e) {
            throw new VerificationFailedException("decoding of frame " + frames, "no error", e.getMessage());
        }
    }

    private boolean readVideo(AVPacket packet) {
        while (film.read(packet)) {
            if (packet.stream_index() == inventory.video()) {
                return true;
            }
            inventory.add(packet);
        }
        return false;
    }

    private void check(AVFrame picture, long plannedPts) {
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
        checkAspect(picture);
    }

    private void checkAspect(AVFrame picture) {
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

    @Override
    public void close() {
        decoder.close();
    }
}
