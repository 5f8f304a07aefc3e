package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.output.OutputFile;
import io.genga.media.subtitle.Cue;
import io.genga.media.subtitle.SubtitleEncoder;
import io.genga.media.subtitle.TextFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The film's streams of subtitles that were converted, written as the pictures come to them. Not thread-safe. */
final class ConvertedTracks implements AutoCloseable {

    private record Track(Deque<Cue> cues, AVRational timeBase, SubtitleEncoder encoder, int stream) {}

    private final ConvertedSubtitles subtitles;
    private final OutputFile output;
    private final List<Track> tracks = new ArrayList<>();
    private final AVPacket packet = av_packet_alloc();

    ConvertedTracks(ConvertedSubtitles subtitles, OutputFile output) {
        this.subtitles = subtitles;
        this.output = output;
    }

    /**
     * @param original of the source
     * @param stream of the output, described by this
     */
    void add(AVStream original, TextFormat format, AVStream stream) {
        SubtitleEncoder encoder = SubtitleEncoder.open(format);
        Deque<Cue> cues = new ArrayDeque<>(subtitles.cues().get(original.index()));
        tracks.add(new Track(cues, original.time_base(), encoder, stream.index()));
        encoder.describe(stream.codecpar());
    }

    /** Writes all cues that begin at {@code time} or before. */
    void writeUntil(long time, AVRational timeBase) {
        for (Track track : tracks) {
            while (!track.cues().isEmpty()
                    && av_compare_ts(track.cues().peek().start(), track.timeBase(), time, timeBase) <= 0) {
                write(track.cues().remove(), track);
            }
        }
    }

    /** Writes all cues that are left. */
    void writeRest() {
        for (Track track : tracks) {
            while (!track.cues().isEmpty()) {
                write(track.cues().remove(), track);
            }
        }
    }

    /** Start and end are rounded once each, so that cues that touch still do. */
    private void write(Cue cue, Track track) {
        AVRational timeBase = output.stream(track.stream()).time_base();
        long start = av_rescale_q(cue.start(), track.timeBase(), timeBase);
        long end = av_rescale_q(cue.end(), track.timeBase(), timeBase);
        byte[] content = track.encoder().encode(cue.text());
        FfmpegCall.check(av_new_packet(packet, content.length), "writing subtitles");
        packet.data().put(content);
        packet.pts(start).dts(start).duration(end - start);
        packet.flags(AV_PKT_FLAG_KEY).stream_index(track.stream());
        output.write(packet);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        tracks.forEach(track -> track.encoder().close());
    }
}
