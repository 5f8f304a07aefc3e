package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.intermediate.SourcePictures;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceStreams;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of two films that are compared: its pictures one after the other, its other packets counted on the way. Each is decoded and
 * read once. Not thread-safe.
 */
final class ComparedFilm implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComparedFilm.class);
    private static final AVRational NANOSECOND = AvRationals.of(new Rational(1, 1_000_000_000));

    private final InputFile film;
    private final AVStream stream;
    private final FilmInventory inventory;
    private final PictureCheck planned;
    private final SourcePictures pictures;
    private final ThumbnailMaker thumbnails;
    private long frames;
    private long damaged;
    private boolean broken;
    private String firstError;

    private ComparedFilm(InputFile film, FilmInventory inventory, PictureCheck planned, SourcePictures pictures) {
        this.film = film;
        this.stream = film.stream(inventory.video());
        this.inventory = inventory;
        this.planned = planned;
        this.pictures = pictures;
        this.thumbnails = new ThumbnailMaker(shape());
    }

    /**
     * Any film; its first video stream is looked at.
     *
     * @throws RefusedMediaException where the file is no film with a picture
     */
    static ComparedFilm open(Path file) {
        return open(openFile(file, () -> InputFile.open(file)), film -> {
            OptionalInt video = SourceStreams.videoAt(film, 0);
            if (video.isEmpty()) {
                throw new RefusedMediaException(file.toString(), "has no picture", "name a video file");
            }
            FilmInventory everything = FilmInventory.ofEverything(film, video.getAsInt());
            return new ComparedFilm(
                    film, everything, null, pictures(film, everything, Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE));
        });
    }

    /**
     * The source of a plan, its pictures as the plan has them; what may be lost of it is not looked at.
     *
     * @throws RefusedMediaException where the file is no film
     */
    static ComparedFilm ofSource(Path file, Plan plan) {
        return open(openFile(file, () -> InputFile.open(file, plan.source())), film -> {
            FilmInventory kept = FilmInventory.ofSource(film, plan.source());
            return new ComparedFilm(film, kept, null, SourcePictures.open(film.stream(kept.video()), plan));
        });
    }

    /**
     * What was made by a plan: every error ends it, and every picture is held against the plan.
     *
     * @param position how many video streams come before the remastered one
     * @throws VerificationFailedException where there is no such picture
     */
    static ComparedFilm ofPlan(Path file, Plan plan, int position) {
        return open(openResult(file), film -> {
            OptionalInt video = SourceStreams.videoAt(film, position);
            if (video.isEmpty()) {
                throw new VerificationFailedException("video stream", position, "none");
            }
            FilmInventory everything = FilmInventory.ofEverything(film, video.getAsInt());
            return new ComparedFilm(
                    film,
                    everything,
                    new PictureCheck(plan, film, video.getAsInt()),
                    pictures(film, everything, Strictness.EVERY_RULE));
        });
    }

    private interface Opening {
        ComparedFilm of(InputFile film);
    }

    private static ComparedFilm open(InputFile film, Opening opening) {
        try {
            return opening.of(film);
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    private static InputFile openFile(Path file, Supplier<InputFile> opening) {
        try {
            return opening.get();
        } catch (FfmpegException e) {
            throw new RefusedMediaException(
                    file.toString(), "is no readable film", "name a video file, or copy it again", e);
        }
    }

    private static InputFile openResult(Path film) {
        try {
            return InputFile.open(film);
        } catch (FfmpegException e) {
            throw new VerificationFailedException("opening", film, e.getMessage());
        }
    }

    private static SourcePictures pictures(InputFile film, FilmInventory inventory, Strictness strictness) {
        return SourcePictures.unchanged(film.stream(inventory.video()), strictness);
    }

    /** The next whole picture in the order of presentation; empty after the last, or where nothing more can be read. */
    Optional<TimedThumbnail> next() {
        while (!broken) {
            try {
                AVFrame picture = pictures.next(this::readVideo);
                if (picture == null) {
                    // Of a damaged film more may follow than its plan takes.
                    readPackets();
                    return Optional.empty();
                }
                if (planned != null) {
                    planned.add(picture);
                }
                frames++;
                long time = av_rescale_q(picture.pts(), stream.time_base(), NANOSECOND);
                return Optional.of(thumbnails.of(picture, time));
            } catch (DamagedPictureException e) {
                damaged++;
                firstError = firstError == null ? decodingError(e) : firstError;
            } catch (FfmpegException e) {
                broken = true;
                firstError = firstError == null ? decodingError(e) : firstError;
                readPackets();
            }
        }
        return Optional.empty();
    }

    private String decodingError(RuntimeException e) {
        return "decoding of frame " + frames + ": " + e.getMessage();
    }

    private boolean readVideo(AVPacket packet) {
        while (film.read(packet)) {
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            inventory.add(packet);
        }
        return false;
    }

    /** To the end, so that nothing else seems to be missing. */
    private void readPackets() {
        AVPacket packet = av_packet_alloc();
        try {
            while (film.read(packet)) {
                inventory.add(packet);
            }
        } catch (FfmpegException e) {
            LOG.debug("Nothing more can be read of a film that is broken", e);
        } finally {
            av_packet_free(packet);
        }
    }

    /** Of whole pictures, so far. */
    long frames() {
        return frames;
    }

    /** Whether every picture could be decoded, and was whole. */
    Check decoding() {
        String error = firstError == null ? "" : (broken ? "; then it broke off: " : "; ") + firstError;
        return Check.of("decoding", firstError == null, frames + " whole pictures, " + damaged + " damaged" + error);
    }

    /** What the film has besides its pictures. */
    FilmInventory inventory() {
        return inventory;
    }

    /** How many video streams that are not among {@code lost} come before the one that is looked at. */
    int position(Set<Integer> lost) {
        return SourceStreams.positionOfVideo(film, stream.index(), lost);
    }

    /** How the pictures so far compare with the plan; empty where there is none. */
    Optional<Check> planned() {
        return Optional.ofNullable(planned).map(PictureCheck::check);
    }

    /** As it is shown, before it is turned. */
    PictureShape shape() {
        AVRational aspect = av_guess_sample_aspect_ratio(film.context(), stream, null);
        return PictureShape.of(stream.codecpar(), AspectRatio.of(aspect.num(), aspect.den()));
    }

    @Override
    public void close() {
        pictures.close();
        thumbnails.close();
        film.close();
    }
}
