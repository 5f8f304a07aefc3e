package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.input.InputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A packet of a chunk, read back. */
record NutPackets(long pts, boolean key, byte[] bytes) {

    private static final int IDR_SLICE = 5;
    private static final int UNIT_TYPE = 0x1f;

    static List<NutPackets> read(Path nut, int num, int den) {
        List<NutPackets> packets = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try (InputFile file = InputFile.openChunk(nut)) {
            while (file.read(packet)) {
                byte[] bytes = new byte[packet.size()];
                packet.data().get(bytes);
                long pts =
                        av_rescale_q(packet.pts(), file.stream(0).time_base(), AvRationals.of(new Rational(num, den)));
                packets.add(new NutPackets(pts, (packet.flags() & AV_PKT_FLAG_KEY) != 0, bytes));
            }
        } finally {
            av_packet_free(packet);
        }
        return packets;
    }

    /** Whether a NAL unit of type 5 begins somewhere (ITU-T H.264, Annex B and table 7-1). */
    boolean hasIdrSlice() {
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 1 && (bytes[i + 3] & UNIT_TYPE) == IDR_SLICE) {
                return true;
            }
        }
        return false;
    }
}
