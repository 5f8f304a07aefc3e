package io.genga.media.interlace;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;

import io.genga.contracts.plan.FieldOrder;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceDescription;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Finds out whether a film is interlaced: by what it says, and by decoding some pictures here and there. */
public final class InterlacingProbe {

    private static final int SAMPLES = 12;
    private static final int PICTURES_IN_A_SAMPLE = 16;

    /** Where key pictures are far apart, a sample begins with pictures that were looked at before. */
    private static final int MOST_DECODED_FOR_A_SAMPLE = 64;

    /** No standard of video has interlaced pictures with more lines: 1080, in blocks of 16. */
    private static final int MOST_LINES_OF_INTERLACED_VIDEO = 1088;

    private final InputFile input;
    private final int stream;
    private final FieldVotes votes = new FieldVotes();
    private long latestPts = Long.MIN_VALUE;

    private InterlacingProbe(InputFile input, int stream) {
        this.input = input;
        this.stream = stream;
    }

    /** @param source of the same file, as probed */
    public static Interlacing examine(Path file, SourceDescription source) {
        try (InputFile input = InputFile.open(file)) {
            input.readOnly(source.videoStream());
            InterlacingProbe probe = new InterlacingProbe(input, source.videoStream());
            if (source.height() <= MOST_LINES_OF_INTERLACED_VIDEO) {
                probe.sample(source);
            }
            int fields = input.stream(source.videoStream()).codecpar().field_order();
            return probe.votes.verdict(orderOf(fields));
        }
    }

    private static Optional<FieldOrder> orderOf(int fields) {
        if (fields == AV_FIELD_TT || fields == AV_FIELD_BT) { // coded first, displayed first
            return Optional.of(FieldOrder.TOP_FIRST);
        }
        return fields == AV_FIELD_BB || fields == AV_FIELD_TB ? Optional.of(FieldOrder.BOTTOM_FIRST) : Optional.empty();
    }

    /** What cannot be read or decoded is passed over: whether the film is whole is for others to find out. */
    private void sample(SourceDescription source) {
        double ticks =
                source.seconds() * source.timeBase().den() / source.timeBase().num();
        for (int i = 0; i < SAMPLES; i++) {
            try (VideoDecoder decoder =
                    VideoDecoder.open(input.stream(stream).codecpar(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE)) {
                if (i > 0) {
                    input.seek(stream, (long) (ticks * i / SAMPLES));
                }
                look(decoder);
            } catch (FfmpegException e) {
                // The next place is looked at.
            }
        }
    }

    private void look(VideoDecoder decoder) {
        Deque<LumaLines> window = new ArrayDeque<>();
        votes.beginAnew();
        int fresh = 0;
        for (int decoded = 0; decoded < MOST_DECODED_FOR_A_SAMPLE && fresh < PICTURES_IN_A_SAMPLE; decoded++) {
            AVFrame picture = nextWhole(decoder);
            if (picture == null) {
                return;
            }
            if (picture.pts() > latestPts) {
                latestPts = picture.pts();
                fresh++;
                votes.add(picture);
                LumaLines.of(picture).ifPresent(lines -> compare(window, lines));
            }
        }
    }

    private void compare(Deque<LumaLines> window, LumaLines lines) {
        if (!window.isEmpty() && !lines.hasSizeOf(window.getLast())) {
            window.clear();
        }
        window.addLast(lines);
        if (window.size() == 3) {
            LumaLines before = window.removeFirst();
            votes.add(FieldMatch.of(before, window.getFirst(), lines));
        }
    }

    private AVFrame nextWhole(VideoDecoder decoder) {
        while (true) {
            try {
                return decoder.next(input::read);
            } catch (DamagedPictureException e) {
                // The next one is asked for.
            }
        }
    }
}
