package io.genga.media.subtitle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** All cues of one stream, packet by packet. Not thread-safe. */
public final class CueCollector implements AutoCloseable {

    /** Where a last cue does not say how long it is shown. */
    private static final int SECONDS_OF_LAST = 5;

    private final SubtitleDecoder decoder;
    private final long ticksOfLast;
    private final List<Cue> cues = new ArrayList<>();
    private boolean lastIsOpen;

    private CueCollector(SubtitleDecoder decoder, AVRational timeBase) {
        this.decoder = decoder;
        this.ticksOfLast = (long) SECONDS_OF_LAST * timeBase.den() / timeBase.num();
    }

    /** @param stream of a codec that {@link TextFormat#canRead can be read} */
    public static CueCollector of(AVStream stream) {
        return new CueCollector(SubtitleDecoder.open(stream), stream.time_base());
    }

    /** @throws io.genga.media.ffmpeg.FfmpegException where the packet cannot be read */
    public void add(AVPacket packet) {
        long start = packet.pts();
        StyledText text = decoder.decode(packet);
        if (lastIsOpen) {
            end(start);
        }
        lastIsOpen = packet.duration() <= 0 && !text.isBlank();
        if (!text.isBlank()) {
            cues.add(new Cue(start, start + Math.max(0, packet.duration()), text));
        }
    }

    /** As players do: a cue that does not say how long it is shown gives way to the next one. */
    private void end(long time) {
        Cue last = cues.remove(cues.size() - 1);
        cues.add(new Cue(last.start(), Math.max(last.start(), time), last.text()));
        lastIsOpen = false;
    }

    /** In the order in which they begin, without those that show nothing. Ends the collection. */
    public List<Cue> cues() {
        if (lastIsOpen) {
            end(cues.get(cues.size() - 1).start() + ticksOfLast);
        }
        return cues.stream().sorted(Comparator.comparingLong(Cue::start)).toList();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
