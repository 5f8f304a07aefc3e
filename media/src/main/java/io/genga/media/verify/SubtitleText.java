package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.subtitle.CueCollector;
import io.genga.media.subtitle.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The packets of a stream, kept where they are text subtitles, to be read only if they were converted. Its film must stay open. Not
 * thread-safe.
 */
final class SubtitleText {

    private record Stored(byte[] content, long pts, long duration) {}

    private final AVStream stream;
    private final String codec;
    private final boolean readable;
    private final List<Stored> packets = new ArrayList<>();

    SubtitleText(AVStream stream) {
        this.stream = stream;
        this.codec = avcodec_get_name(stream.codecpar().codec_id()).getString();
        this.readable = TextFormat.canRead(codec);
    }

    void add(AVPacket packet) {
        if (readable) {
            byte[] content = new byte[packet.size()];
            packet.data().get(content);
            packets.add(new Stored(content, packet.pts(), packet.duration()));
        }
    }

    /** Empty where the formats are the same, or one of them cannot be read. */
    Optional<SubtitleConversion> conversionTo(SubtitleText other) {
        if (!readable || !other.readable || codec.equals(other.codec)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SubtitleConversion(codec, other.codec, shown(), other.shown()));
        } catch (FfmpegException e) {
            return Optional.empty(); // compared byte for byte, they differ
        }
    }

    private ShownText shown() {
        AVPacket packet = av_packet_alloc();
        try (CueCollector collector = CueCollector.of(stream)) {
            for (Stored stored : packets) {
                FfmpegCall.check(av_new_packet(packet, stored.content().length), "reading subtitles");
                packet.data().put(stored.content());
                packet.pts(stored.pts()).dts(stored.pts()).duration(stored.duration());
                collector.add(packet);
                av_packet_unref(packet);
            }
            return ShownText.of(collector.cues(), stream.time_base());
        } finally {
            av_packet_free(packet);
        }
    }
}
