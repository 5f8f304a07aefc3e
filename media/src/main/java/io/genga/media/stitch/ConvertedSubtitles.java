package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedConversion;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.subtitle.Cue;
import io.genga.media.subtitle.CueCollector;
import io.genga.media.subtitle.TextFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The cues of all streams of subtitles that are converted, read before anything is muxed: what is shown at one time may depend on cues
 * that come much later.
 *
 * @param cues as the film's format shows them, in the order in which they begin, in ticks of the source's stream, by the index of that stream
 */
record ConvertedSubtitles(Map<Integer, List<Cue>> cues) {

    /** Well below what {@link TextClock} can count. */
    private static final long SECONDS_OF_LONGEST_BLANK = 600;

    private static final ConvertedSubtitles NONE = new ConvertedSubtitles(Map.of());

    /** @throws UncopyableStreamException where subtitles are damaged */
    static ConvertedSubtitles read(Plan plan, Path source) {
        if (plan.source().conversions().isEmpty()) {
            return NONE;
        }
        Map<Integer, CueCollector> collectors = new TreeMap<>();
        try (InputFile film = InputFile.open(source, plan.source())) {
            for (int i = 0; i < film.streamCount(); i++) {
                film.stream(i).discard(AVDISCARD_ALL);
            }
            for (PlannedConversion conversion : plan.source().conversions()) {
                film.stream(conversion.stream()).discard(0);
                collectors.put(conversion.stream(), CueCollector.of(film.stream(conversion.stream())));
            }
            collect(plan, film, collectors);
            return arranged(plan, film, collectors);
        } finally {
            collectors.values().forEach(CueCollector::close);
        }
    }

    private static void collect(Plan plan, InputFile film, Map<Integer, CueCollector> collectors) {
        AVPacket packet = av_packet_alloc();
        try {
            while (film.read(packet)) {
                CueCollector collector = collectors.get(packet.stream_index());
                if (collector != null) {
                    add(plan, film, packet, collector);
                }
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private static void add(Plan plan, InputFile film, AVPacket packet, CueCollector collector) {
        try {
            collector.add(packet);
        } catch (FfmpegException e) {
            double seconds =
                    packet.pts() * av_q2d(film.stream(packet.stream_index()).time_base());
            throw new UncopyableStreamException(labelOf(plan, packet.stream_index()), seconds, e);
        }
    }

    private static String labelOf(Plan plan, int stream) {
        return plan.source().conversions().stream()
                .filter(conversion -> conversion.stream() == stream)
                .map(PlannedConversion::label)
                .findFirst()
                .orElseThrow();
    }

    private static ConvertedSubtitles arranged(Plan plan, InputFile film, Map<Integer, CueCollector> collectors) {
        Map<Integer, List<Cue>> arranged = new TreeMap<>();
        for (PlannedConversion conversion : plan.source().conversions()) {
            List<Cue> cues = collectors.get(conversion.stream()).cues();
            AVRational timeBase = film.stream(conversion.stream()).time_base();
            long longestBlank = SECONDS_OF_LONGEST_BLANK * timeBase.den() / timeBase.num();
            arranged.put(
                    conversion.stream(), TextFormat.ofCodec(conversion.codec()).arrange(cues, longestBlank));
        }
        return new ConvertedSubtitles(arranged);
    }
}
