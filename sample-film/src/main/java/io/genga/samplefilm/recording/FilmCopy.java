package io.genga.samplefilm.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A copy of a recording, packet by packet, with subtitles, chapters and an attachment besides. */
final class FilmCopy implements AutoCloseable {

    private final AVFormatContext recording;
    private final AVFormatContext film;

    private FilmCopy(AVFormatContext recording, AVFormatContext film) {
        this.recording = recording;
        this.film = film;
    }

    /** The same recording always becomes the same bytes. */
    static void write(Path recording, Path file) throws IOException {
        try (FilmCopy copy = open(recording, file)) {
            int subtitles = copy.addStreams();
            FfmpegResult.require(
                    avformat_write_header(copy.film, (AVDictionary) null), "writing the header of " + file);
            copy.writeSubtitles(subtitles);
            copy.copyPackets();
            FfmpegResult.require(av_write_trailer(copy.film), "finishing " + file);
        }
    }

    private static FilmCopy open(Path recording, Path file) throws IOException {
        AVFormatContext input = new AVFormatContext(null);
        AVFormatContext output = new AVFormatContext(null);
        FilmCopy copy = new FilmCopy(input, output);
        try {
            FfmpegResult.require(avformat_open_input(input, url(recording), null, null), "opening " + recording);
            FfmpegResult.require(avformat_find_stream_info(input, (AVDictionary) null), "reading " + recording);
            FfmpegResult.require(
                    avformat_alloc_output_context2(output, null, "matroska", url(file)), "creating " + file);
            output.flags(output.flags() | AVFMT_FLAG_BITEXACT);
            AVIOContext bytes = new AVIOContext(null);
            FfmpegResult.require(avio_open(bytes, url(file), AVIO_FLAG_WRITE), "creating " + file);
            output.pb(bytes);
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    /** The prefix keeps FFmpeg from reading a protocol into the file's name. */
    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /** @return the index of the subtitles */
    private int addStreams() throws IOException {
        for (int i = 0; i < recording.nb_streams(); i++) {
            AVStream from = recording.streams(i);
            AVStream to = avformat_new_stream(film, null);
            FfmpegResult.require(avcodec_parameters_copy(to.codecpar(), from.codecpar()), "describing a stream");
            to.time_base(from.time_base());
            to.avg_frame_rate(from.avg_frame_rate());
        }
        AVStream subtitles = Supplements.addSubtitles(film);
        Supplements.attach(film, ExposureSheet.FILE_NAME, ExposureSheet.MEDIA_TYPE, ExposureSheet.text());
        Supplements.addChapters(film);
        film.metadata(Supplements.tag(new AVDictionary(null), "title", "Genga, a sample film"));
        return subtitles.index();
    }

    private void writeSubtitles(int stream) throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            for (Subtitle subtitle : Subtitle.TRACK) {
                byte[] text = subtitle.text().getBytes(UTF_8);
                FfmpegResult.require(av_new_packet(packet, text.length), "writing a subtitle");
                packet.data().put(text);
                packet.stream_index(stream).duration(subtitle.durationMillis());
                packet.pts(subtitle.startMillis()).dts(subtitle.startMillis());
                FfmpegResult.require(av_interleaved_write_frame(film, packet), "writing a subtitle");
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private void copyPackets() throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            for (int read = av_read_frame(recording, packet);
                    read != AVERROR_EOF;
                    read = av_read_frame(recording, packet)) {
                FfmpegResult.require(read, "reading the recording");
                int stream = packet.stream_index();
                av_packet_rescale_ts(
                        packet,
                        recording.streams(stream).time_base(),
                        film.streams(stream).time_base());
                FfmpegResult.require(av_interleaved_write_frame(film, packet), "writing the film");
            }
        } finally {
            av_packet_free(packet);
        }
    }

    @Override
    public void close() {
        if (!film.isNull()) {
            AVIOContext bytes = film.pb();
            film.pb(null);
            if (bytes != null) {
                avio_closep(bytes);
            }
            avformat_free_context(film);
        }
        avformat_close_input(recording);
    }
}
