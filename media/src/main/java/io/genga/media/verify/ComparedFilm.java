package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceStreams;
import io.genga.media.probe.StreamDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * One of two films that are compared: its pictures one after the other, its other packets counted on the way. Its first video stream
 * is looked at. Not thread-safe.
 */
final class ComparedFilm implements AutoCloseable {

    private static final AVRational NANOSECOND = AvRationals.of(new Rational(1, 1_000_000_000));

    private final InputFile film;
    private final AVStream stream;
    private final List<StreamDescription> streams;
    private final SortedMap<Integer, StreamContent> companions = new TreeMap<>();
    private final VideoDecoder decoder;
    private long frames;
    private long damaged;
    private String brokenBy;

    private ComparedFilm(InputFile film, int video, VideoDecoder decoder) {
        this.film = film;
        this.stream = film.stream(video);
        this.streams = SourceStreams.describe(film, video);
        this.decoder = decoder;
        for (StreamDescription description : streams) {
            if (description.kind().isCopiedAsPackets()) {
                companions.put(
                        description.index(), new StreamContent(description.label(), film.stream(description.index())));
            }
        }
    }

    /** @throws RefusedMediaException where the file is no film with a picture */
    static ComparedFilm open(Path file) {
        InputFile film = openFile(file);
        try {
            OptionalInt video = SourceStreams.videoAt(film, 0);
            if (video.isEmpty()) {
                throw new RefusedMediaException(file.toString(), "has no picture", "name a video file");
            }
            int index = video.getAsInt();
            VideoDecoder decoder =
                    VideoDecoder.open(film.stream(index).codecpar(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE);
            return new ComparedFilm(film, index, decoder);
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    private static InputFile openFile(Path file) {
        try {
            return InputFile.open(file);
        } catch (FfmpegException e) {
            throw new RefusedMediaException(
                    file.toString(), "is no readable film", "name a video file, or copy it again", e);
        }
    }

    /** The next whole picture in the order of presentation; empty after the last, or where nothing more can be read. */
    Optional<TimedThumbnail> next() {
        while (brokenBy == null) {
            try {
                AVFrame picture = decoder.next(this::readVideo);
                if (picture == null) {
                    return Optional.empty();
                }
                frames++;
                long time = av_rescale_q(picture.pts(), stream.time_base(), NANOSECOND);
                return Optional.of(new TimedThumbnail(ThumbnailMaker.of(picture), time));
            } catch (DamagedPictureException e) {
                damaged++;
            } catch (FfmpegException e) {
                brokenBy = e.getMessage();
            }
        }
        return Optional.empty();
    }

    private boolean readVideo(AVPacket packet) {
        while (film.read(packet)) {
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            StreamContent companion = companions.get(packet.stream_index());
            if (companion != null) {
                companion.add(packet);
            }
        }
        return false;
    }

    /** Of whole pictures, so far. */
    long frames() {
        return frames;
    }

    /** Pictures of which parts are missing, so far. */
    long damaged() {
        return damaged;
    }

    /** What ended reading before the film's end, if anything. */
    Optional<String> brokenBy() {
        return Optional.ofNullable(brokenBy);
    }

    /** All streams, in the container's order. */
    List<StreamDescription> streams() {
        return streams;
    }

    /** What is copied as packets, by the index of its stream. */
    SortedMap<Integer, StreamContent> companions() {
        return companions;
    }

    /** In the container's order: fonts and covers. */
    List<AttachedFile> attachedFiles() {
        return streams.stream()
                .flatMap(description -> AttachedFile.of(description, film.stream(description.index())).stream())
                .toList();
    }

    List<Chapter> chapters() {
        return Chapter.listOf(film.context());
    }

    /** As it is shown, before it is turned. */
    PictureShape shape() {
        AVRational aspect = av_guess_sample_aspect_ratio(film.context(), stream, null);
        return PictureShape.of(stream.codecpar(), AspectRatio.of(aspect.num(), aspect.den()));
    }

    @Override
    public void close() {
        decoder.close();
        film.close();
    }
}
