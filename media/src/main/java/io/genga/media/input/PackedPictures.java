package io.genga.media.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_flush;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.Vop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * MPEG-4 as DivX and Xvid wrote it into AVI: a B-picture lies in the packet of the picture that it looks forward to, and in its own place lies
 * one that was not coded. Puts each into a packet of its own, and finds its time as FFmpeg does where they were never packed: a B-picture is
 * shown when it is decoded, any other when the next such is decoded. Not thread-safe.
 */
final class PackedPictures implements AutoCloseable {

    /** What such an encoder writes of itself. FFmpeg's decoder, too, knows it by the last letter. */
    private static final Pattern PRODUCER = Pattern.compile("DivX\\d+(b|Build)\\d+p");

    private final AVBSFContext filter;
    private final int stream;
    private final AVPacket unpacked = av_packet_alloc();
    /** A picture that others refer to and the B-pictures behind it, until the next such is known. */
    private final Deque<AVPacket> waiting = new ArrayDeque<>();

    private final Deque<AVPacket> ready = new ArrayDeque<>();
    /** Whether the filter holds a B-picture that still waits for its place. */
    private boolean holdsPicture;

    private PackedPictures(AVBSFContext filter, int stream) {
        this.filter = filter;
        this.stream = stream;
    }

    /**
     * @param context of an opened file; the stream of such pictures is described from now on as what {@link #next} gives
     * @return null where it has none
     */
    static PackedPictures in(AVFormatContext context) {
        if (context.iformat().name().getString().equals("avi")) {
            for (int i = 0; i < context.nb_streams(); i++) {
                if (arePacked(context.streams(i).codecpar())) {
                    return new PackedPictures(UnpackingFilter.open(context.streams(i)), i);
                }
            }
        }
        return null;
    }

    private static boolean arePacked(AVCodecParameters parameters) {
        boolean reordered = parameters.video_delay() > 0;
        if (parameters.codec_id() != AV_CODEC_ID_MPEG4 || !reordered || parameters.extradata_size() == 0) {
            return false;
        }
        byte[] header = new byte[parameters.extradata_size()];
        parameters.extradata().get(header);
        return PRODUCER.matcher(new String(header, StandardCharsets.ISO_8859_1)).find();
    }

    /** Whether {@code packet} holds such pictures; an empty one would end the filter. */
    boolean takes(AVPacket packet) {
        return packet.stream_index() == stream && packet.size() > 0;
    }

    /**
     * @param packet of the stream; blank afterwards
     * @param damaged whether a picture may be lost
     * @throws io.genga.media.ffmpeg.FfmpegException where a B-picture has no place
     */
    void add(AVPacket packet, boolean damaged) {
        int pictures = Vop.countIn(packet);
        if (holdsPicture && pictures > 1 && !damaged) {
            FfmpegCall.check(AVERROR_INVALIDDATA, "unpacking a picture that has no place of its own");
        }
        holdsPicture = pictures > 1 || holdsPicture && !Vop.isPlaceholder(packet);
        FfmpegCall.check(av_bsf_send_packet(filter, packet), "unpacking pictures");
        while (av_bsf_receive_packet(filter, unpacked) == 0) {
            AVPacket picture = av_packet_alloc();
            av_packet_move_ref(picture, unpacked);
            arrange(picture);
        }
    }

    private void arrange(AVPacket picture) {
        if (Vop.isB(picture)) {
            picture.pts(picture.dts());
        } else if (!waiting.isEmpty()) {
            release(picture.dts());
        }
        waiting.add(picture);
    }

    /** There are no more packets. Of some films, the last place is missing. */
    void end() {
        if (holdsPicture) {
            AVPacket last = waiting.getLast();
            AVPacket place = av_packet_alloc();
            byte[] notCoded = Vop.placeholder();
            FfmpegCall.check(av_new_packet(place, notCoded.length), "unpacking the last picture");
            place.data().put(notCoded);
            place.stream_index(stream).dts(endOf(last)).duration(last.duration());
            add(place, false);
            av_packet_free(place);
        }
        if (!waiting.isEmpty()) {
            release(endOf(waiting.getLast()));
        }
    }

    private static long endOf(AVPacket picture) {
        return picture.dts() + Math.max(1, picture.duration());
    }

    private void release(long shown) {
        waiting.getFirst().pts(shown);
        ready.addAll(waiting);
        waiting.clear();
    }

    /** @return whether {@code packet} was filled with the next picture whose time is known */
    boolean next(AVPacket packet) {
        if (ready.isEmpty()) {
            return false;
        }
        AVPacket picture = ready.remove();
        av_packet_move_ref(packet, picture);
        av_packet_free(picture);
        return true;
    }

    /** Forgets what was added. */
    void clear() {
        ready.addAll(waiting);
        waiting.clear();
        ready.forEach(picture -> av_packet_free(picture));
        ready.clear();
        holdsPicture = false;
        av_bsf_flush(filter);
    }

    @Override
    public void close() {
        clear();
        av_packet_free(unpacked);
        av_bsf_free(filter);
    }
}
