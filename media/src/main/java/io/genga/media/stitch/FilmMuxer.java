package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.genga.contracts.plan.Plan;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.output.OutputFile;
import io.genga.media.probe.SourceStreams;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The film being written: pictures from the results and the source's other packets, in the order of decoding. */
final class FilmMuxer implements AutoCloseable {

    /**
     * For so long, in microseconds, packets wait for those of a stream that has none just now, as subtitles. Longer costs
     * memory: a second of FFV1 takes tens of megabytes.
     */
    private static final long INTERLEAVING = 1_000_000;

    private final InputFile source;
    private final OutputFile output;
    private final FilmStreams streams;
    private final ConvertedTracks converted;
    private final AVRational pictureTimeBase;
    private final AVPacket picture = av_packet_alloc();
    private final AVPacket companion = av_packet_alloc();

    private FilmMuxer(
            InputFile source,
            OutputFile output,
            FilmStreams streams,
            ConvertedTracks converted,
            AVRational pictureTimeBase) {
        this.source = source;
        this.output = output;
        this.streams = streams;
        this.converted = converted;
        this.pictureTimeBase = pictureTimeBase;
    }

    /** @param pictures describes the encoded video stream */
    static FilmMuxer open(
            Plan plan, AVCodecParameters pictures, InputFile source, ConvertedSubtitles subtitles, Path target) {
        FilmContainer container =
                FilmContainer.of(plan.target().container(), plan.source().timeBase());
        OutputFile output = OutputFile.create(target, container.muxer());
        ConvertedTracks converted = new ConvertedTracks(subtitles, output);
        try {
            FilmStreams streams = FilmStreams.layOut(plan, pictures, source, container, output, converted);
            Chapters.copy(source.context(), output.context());
            output.context().metadata(Dictionaries.copyOf(source.context().metadata(), SourceTags::ofWholeFilm));
            output.context().max_interleave_delta(INTERLEAVING);
            output.writeHeader(container.options());
            AVRational timeBase = AvRationals.of(plan.source().timeBase());
            return new FilmMuxer(source, output, streams, converted, timeBase);
        } catch (RuntimeException e) {
            converted.close();
            output.close();
            throw e;
        }
    }

    void writeAll(ResultPackets pictures, StitchProgress progress) {
        long frames = 0;
        boolean hasPicture = pictures.read(picture);
        boolean hasCompanion = readCompanion();
        while (hasPicture || hasCompanion) {
            if (hasPicture && (!hasCompanion || pictureComesFirst())) {
                converted.writeUntil(picture.dts(), pictureTimeBase);
                write(picture, streams.video(), pictureTimeBase);
                progress.framesStitched(++frames);
                hasPicture = pictures.read(picture);
            } else {
                writeCompanion();
                hasCompanion = readCompanion();
            }
        }
        converted.writeRest();
        output.finish();
    }

    private void writeCompanion() {
        int from = companion.stream_index();
        AVRational timeBase = source.stream(from).time_base();
        double seconds = companionTime() * av_q2d(timeBase);
        try {
            write(companion, streams.companion(from), timeBase);
        } catch (FfmpegException e) {
            throw new UncopyableStreamException(
                    SourceStreams.describe(source).get(from).label(), seconds, e);
        }
    }

    private long companionTime() {
        return companion.dts() == AV_NOPTS_VALUE ? companion.pts() : companion.dts();
    }

    /** The source's next packet of a stream that goes into the film as packets. */
    private boolean readCompanion() {
        while (source.read(companion)) {
            if (streams.takes(companion)) {
                return true;
            }
        }
        return false;
    }

    private boolean pictureComesFirst() {
        AVRational companionTimeBase = source.stream(companion.stream_index()).time_base();
        long time = companionTime();
        return time != AV_NOPTS_VALUE && av_compare_ts(picture.dts(), pictureTimeBase, time, companionTimeBase) <= 0;
    }

    private void write(AVPacket packet, int streamIndex, AVRational timeBase) {
        av_packet_rescale_ts(packet, timeBase, output.stream(streamIndex).time_base());
        packet.stream_index(streamIndex);
        packet.pos(-1);
        output.write(packet);
    }

    @Override
    public void close() {
        av_packet_free(picture);
        av_packet_free(companion);
        converted.close();
        output.close();
    }
}
