package io.genga.media.verify;

import static io.genga.media.verify.VerificationFailedException.requireEqual;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HDMV_PGS_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MOV_TEXT;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.HiddenSound;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The packets of one stream of sound or subtitles: a digest of their bytes, and their times. Not thread-safe. */
final class StreamContent {

    private static final AVRational NANOSECOND = AvRationals.of(new Rational(1, 1_000_000_000));

    /** A tick of Matroska: half of it lost by rounding in the film, and as much perhaps in the source. */
    private static final long TOLERANCE_IN_NANOSECONDS = 1_000_000;

    /** FFmpeg's demuxer of Matroska gives no time to what begins before 0. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    /** A length of 0: 3GPP TS 26.245, 5.17. Such a sample only fills the time between two texts, as far as a muxer thinks fit. */
    private static final int BYTES_OF_EMPTY_TEXT = 2;

    /** The segment that begins a picture of Blu-ray's subtitles. Discs have each segment in a packet, Matroska all of a picture. */
    private static final byte PRESENTATION_COMPOSITION = 0x16;

    private final String label;
    private final AVRational timeBase;
    private final boolean framedByAdts;
    private final boolean timedText;
    private final boolean presentationGraphics;
    private final boolean mayLackHidden;
    private final SubtitleText text;
    private final MessageDigest digest = Sha256.newDigest();
    private final LongStream.Builder times = LongStream.builder();
    private Packets packets;

    StreamContent(String label, AVStream stream) {
        this.label = label;
        this.timeBase = stream.time_base();
        this.framedByAdts = AdtsHeader.mayFrame(stream.codecpar());
        this.timedText = stream.codecpar().codec_id() == AV_CODEC_ID_MOV_TEXT;
        this.presentationGraphics = stream.codecpar().codec_id() == AV_CODEC_ID_HDMV_PGS_SUBTITLE;
        this.mayLackHidden = HiddenSound.standsAlone(stream.codecpar());
        this.text = new SubtitleText(stream);
    }

    void add(AVPacket packet) {
        text.add(packet);
        boolean filler = timedText && packet.size() <= BYTES_OF_EMPTY_TEXT;
        if (filler || mayLackHidden && HiddenSound.isHidden(packet)) {
            return;
        }
        ByteBuffer bytes = packet.data().capacity(packet.size()).asByteBuffer();
        ByteBuffer content = framedByAdts ? AdtsHeader.skip(bytes) : bytes;
        boolean goesOn = presentationGraphics && content.hasRemaining() && content.get(0) != PRESENTATION_COMPOSITION;
        if (!presentationGraphics) {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(content.remaining())
                    .flip());
        }
        digest.update(content);
        if (!goesOn) {
            addTime(packet);
        }
    }

    private void addTime(AVPacket packet) {
        long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        times.add(time == AV_NOPTS_VALUE ? UNKNOWN : av_rescale_q(time, timeBase, NANOSECOND));
    }

    /**
     * All packets of a stream.
     *
     * @param content digest of their bytes, and of where one ends and the next begins
     * @param times in nanoseconds; {@link #UNKNOWN} where there is none
     */
    record Packets(Sha256 content, long[] times) {

        int count() {
            return times.length;
        }

        private static boolean isUnsaid(long time, long laterTime) {
            return time < 0 && laterTime == UNKNOWN;
        }

        /**
         * @param delay by which {@code later} may begin later
         * @return the difference of times, in nanoseconds, that is farthest from {@code delay}, less {@code delay}; of the first
         *     packets alone where the numbers differ
         */
        long farthestFrom(Packets later, long delay) {
            int compared = count() == later.count() ? count() : Math.min(1, Math.min(count(), later.count()));
            long farthest = 0;
            for (int i = 0; i < compared; i++) {
                if (isUnsaid(times[i], later.times[i])) {
                    continue;
                }
                long difference = later.times[i] - times[i] - delay;
                farthest = Math.abs(difference) > Math.abs(farthest) ? difference : farthest;
            }
            return farthest;
        }
    }

    /** Ends this stream. */
    Packets packets() {
        if (packets == null) {
            packets = new Packets(Sha256.of(digest), times.build().toArray());
        }
        return packets;
    }

    /** What is read of subtitles, where both streams are text, and of different formats. Ends neither. */
    Optional<SubtitleConversion> conversionTo(StreamContent found) {
        return text.conversionTo(found.text);
    }

    /** Ends this stream and {@code found}. */
    void requireSame(StreamContent found) {
        Optional<SubtitleConversion> conversion = conversionTo(found);
        if (conversion.isPresent()) {
            conversion.get().require(label, TOLERANCE_IN_NANOSECONDS);
            return;
        }
        Packets expected = packets();
        Packets other = found.packets();
        requireEqual("number of packets of " + label, expected.count(), other.count());
        requireEqual("packets of " + label, expected.content(), other.content());
        for (int i = 0; i < expected.count(); i++) {
            boolean unsaid = Packets.isUnsaid(expected.times()[i], other.times()[i]);
            if (!unsaid && Math.abs(expected.times()[i] - other.times()[i]) > TOLERANCE_IN_NANOSECONDS) {
                throw new VerificationFailedException(
                        "time of packet " + i + " of " + label, expected.times()[i] + " ns", other.times()[i] + " ns");
            }
        }
    }
}
