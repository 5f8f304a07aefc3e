package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Pictures of MPEG-4 that were not coded, since the one before is shown on (ISO/IEC 14496-2, 6.3.5: {@code vop_coded} 0). FFmpeg's decoder
 * gives back none for them, or one at the end of the stream only; they come out as that picture again, each at its own time. Not thread-safe.
 */
final class HeldPictures implements AutoCloseable {

    /** Times of packets that may hold no picture, of which none has come out yet. */
    private final NavigableSet<Long> due = new TreeSet<>();

    /** The same of all other packets. */
    private final NavigableSet<Long> coded = new TreeSet<>();

    private final AVFrame upcoming = av_frame_alloc();
    private final AVFrame latest = av_frame_alloc();
    private final AVFrame shown = av_frame_alloc();
    /** Of the last packet. */
    private long last = AV_NOPTS_VALUE;

    private boolean ended;
    private boolean hasUpcoming;
    private boolean hasLatest;

    /** @param packet that will be decoded; stays the caller's */
    void expect(AVPacket packet) {
        boolean isShown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
        if (isShown && packet.pts() != AV_NOPTS_VALUE) {
            (Vop.isPlaceholder(packet) ? due : coded).add(packet.pts());
            last = packet.pts();
        }
    }

    /** There are no more packets. */
    void expectNoMore() {
        ended = true;
    }

    /**
     * @param decoder gives the next picture that was coded, which becomes blank; {@code null} after the last
     * @return the next picture in the order of presentation, valid until the next call; {@code null} after the last
     */
    AVFrame next(Supplier<AVFrame> decoder) {
        if (!hasUpcoming) {
            take(decoder.get());
        }
        if (hasLatest && !due.isEmpty() && (!hasUpcoming || due.first() < upcoming.pts())) {
            return show().pts(due.pollFirst());
        }
        if (!hasUpcoming) {
            return null;
        }
        advance();
        return show();
    }

    private void take(AVFrame decoded) {
        hasUpcoming = decoded != null;
        if (hasUpcoming) {
            av_frame_move_ref(upcoming, decoded);
            restoreTime();
        }
    }

    /** At the end of the stream FFmpeg gives the last picture that was coded the time of the last that was not. */
    private void restoreTime() {
        boolean ofLast = ended && upcoming.pts() == last && due.contains(last);
        Long before = ofLast ? coded.lower(last) : null;
        if (before != null) {
            upcoming.pts(before);
        }
    }

    private void advance() {
        av_frame_unref(latest);
        av_frame_move_ref(latest, upcoming);
        hasUpcoming = false;
        hasLatest = true;
        due.headSet(latest.pts(), true).clear();
        coded.headSet(latest.pts(), true).clear();
    }

    /** Whoever gets it may blank it. */
    private AVFrame show() {
        av_frame_unref(shown);
        FfmpegCall.check(av_frame_ref(shown, latest), "holding a picture");
        return shown;
    }

    @Override
    public void close() {
        av_frame_free(upcoming);
        av_frame_free(latest);
        av_frame_free(shown);
    }
}
