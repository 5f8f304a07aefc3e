package io.genga.media.still;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Rational;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.PictureCopy;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceStreams;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Finds one picture in a film without decoding all that comes before it. */
final class FilmStill {

    /** Containers round time stamps to the ticks of their own clock. */
    private static final int TOLERANCE_IN_TICKS = 1;

    private final InputFile film;
    private final AVStream stream;
    private final AVRational planTimeBase;

    private FilmStill(InputFile film, int position, AVRational planTimeBase) {
        this.film = film;
        this.stream = film.stream(SourceStreams.videoAt(film, position).orElseThrow());
        this.planTimeBase = planTimeBase;
    }

    /**
     * @param position how many video streams come before the one to look into
     * @param moment what to look for
     * @param colour by which the picture is converted
     * @return {@link PixelLayout#RGB_8}; owned by the caller
     * @throws NoSuchPictureException where decoding from the seek point on brings no picture of that time
     */
    static Frame rgb(Path file, int position, Moment moment, ColourTags colour, FramePool pool) {
        try (InputFile film = InputFile.open(file)) {
            FilmStill still = new FilmStill(film, position, AvRationals.of(moment.timeBase()));
            still.enter(moment);
            try (VideoDecoder decoder =
                            VideoDecoder.open(still.stream.codecpar(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE);
                    Frame picture = copy(still.find(decoder, moment.pts()), colour, pool)) {
                return ColourConverter.rgbOf(picture, pool);
            }
        }
    }

    /**
     * A picture's time.
     *
     * @param pts of the picture
     * @param enterAt time stamp of a picture well before it, since the first ones after an entry may come in pieces; empty to
     *     decode from the beginning
     */
    record Moment(long pts, OptionalLong enterAt, Rational timeBase) {}

    private void enter(Moment moment) {
        film.readOnly(stream.index());
        moment.enterAt().ifPresent(pts -> film.seek(stream.index(), inTicks(pts)));
    }

    private AVFrame find(VideoDecoder decoder, long pts) {
        long wanted = inTicks(pts);
        for (AVFrame picture = next(decoder); picture != null; picture = next(decoder)) {
            if (Math.abs(picture.pts() - wanted) <= TOLERANCE_IN_TICKS) {
                return picture;
            }
            if (picture.pts() > wanted) {
                throw new NoSuchPictureException(pts, "the next one is at " + picture.pts());
            }
        }
        throw new NoSuchPictureException(pts, "the film ends before");
    }

    /** The next whole picture; what lies right behind the seek point may be in pieces. */
    private AVFrame next(VideoDecoder decoder) {
        while (true) {
            try {
                return decoder.next(film::read);
            } catch (DamagedPictureException e) {
                // The next one is asked for.
            }
        }
    }

    private long inTicks(long pts) {
        return av_rescale_q(pts, planTimeBase, stream.time_base());
    }

    private static Frame copy(AVFrame picture, ColourTags colour, FramePool pool) {
        String pixelFormat = av_get_pix_fmt_name(picture.format()).getString();
        PixelLayout layout = PixelFormats.layoutOf(pixelFormat)
                .orElseThrow(() -> new IllegalArgumentException("no picture can be made of " + pixelFormat));
        return PictureCopy.of(picture, new FrameFormat(layout, picture.width(), picture.height()), colour, pool);
    }
}
