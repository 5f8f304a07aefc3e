package io.genga.media.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Which packets of a damaged film are good: those that are whole and, of sound and subtitles, whose times go on from one to the next.
 * The times of pictures, which are not decoded in the order in which they are shown, are for others to judge. Not thread-safe.
 */
final class DamageFilter {

    /** By so much a film may be longer than it says. */
    private static final double LONGEST_EXCESS_IN_SECONDS = 60;

    private final double seconds;
    private final Map<Integer, Long> latest = new HashMap<>();

    /** @param seconds that the film says it lasts; infinity where it does not say */
    DamageFilter(double seconds) {
        this.seconds = seconds;
    }

    boolean isGood(AVPacket packet, AVStream stream) {
        boolean whole = (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0 && packet.size() > 0;
        return whole && (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO || goesOn(packet, stream));
    }

    private boolean goesOn(AVPacket packet, AVStream stream) {
        long time = packet.dts();
        if (time == AV_NOPTS_VALUE || packet.pts() < time) {
            return false;
        }
        int leastStep = stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO ? 1 : 0;
        Long before = latest.get(stream.index());
        boolean late = time * av_q2d(stream.time_base()) > seconds + LONGEST_EXCESS_IN_SECONDS;
        if (late || before != null && time < before + leastStep) {
            return false;
        }
        latest.put(stream.index(), time);
        return true;
    }
}
