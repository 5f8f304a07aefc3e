package io.genga.media.corpus;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.media.input.InputFile;
import io.genga.media.output.OutputFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * MPEG-4 as DivX and Xvid wrote it into AVI: a B-picture lies in the packet of the picture that it refers to, and in its own place lies a picture
 * that was not coded, so that Windows could play it.
 */
final class PackedBitstream {

    /** {@code vop_start_code} of ISO/IEC 14496-2, 6.2.5, and a P-picture with {@code vop_coded} 0. */
    private static final byte[] NOT_CODED = {0, 0, 1, (byte) 0xB6, 0x51, 0x1F, (byte) 0xFF};

    /** By its last letter decoders know it. */
    private static final byte[] PRODUCER = "\0\0\1\u00b2DivX503b1393p".getBytes(StandardCharsets.ISO_8859_1);

    private static final int B_PICTURE = 2;

    private PackedBitstream() {}

    /** @param film with one stream, in which at most one B-picture follows another picture */
    static Path of(Path film, Path target) {
        try (InputFile input = InputFile.open(film);
                OutputFile output = OutputFile.create(target, "avi")) {
            AVStream stream = output.addStream();
            avcodec_parameters_copy(stream.codecpar(), input.stream(0).codecpar());
            stream.codecpar().extradata_size(0); // the headers lie among the pictures alone
            stream.codecpar().codec_tag('X' | 'V' << 8 | 'I' << 16 | 'D' << 24);
            stream.time_base(input.stream(0).time_base());
            output.writeHeader(Map.of());
            List<byte[]> pictures = pictures(input);
            for (int i = 0; i < pictures.size(); i++) {
                boolean packed = i + 1 < pictures.size() && isB(pictures.get(i + 1));
                write(
                        output,
                        i,
                        isB(pictures.get(i))
                                ? NOT_CODED
                                : joined(pictures.get(i), packed ? pictures.get(i + 1) : null));
            }
            output.finish();
            return target;
        }
    }

    private static List<byte[]> pictures(InputFile input) {
        List<byte[]> pictures = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        while (input.read(packet)) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            pictures.add(bytes);
        }
        av_packet_free(packet);
        return pictures;
    }

    private static byte[] joined(byte[] picture, byte[] next) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int vop = positionOf(picture);
        bytes.write(picture, 0, vop);
        if (vop > 0) { // behind the headers, which lie before I-pictures
            bytes.writeBytes(PRODUCER);
        }
        bytes.write(picture, vop, picture.length - vop);
        if (next != null) {
            bytes.writeBytes(next);
        }
        return bytes.toByteArray();
    }

    private static void write(OutputFile output, long position, byte[] bytes) {
        AVPacket packet = av_packet_alloc();
        av_new_packet(packet, bytes.length);
        packet.data().put(bytes);
        packet.dts(position).pts(AV_NOPTS_VALUE).duration(1);
        packet.flags(positionOf(bytes) > 0 ? AV_PKT_FLAG_KEY : 0);
        output.write(packet);
        av_packet_free(packet);
    }

    private static boolean isB(byte[] picture) {
        return (picture[positionOf(picture) + 4] & 0xFF) >> 6 == B_PICTURE;
    }

    private static int positionOf(byte[] picture) {
        for (int i = 0; i + 4 < picture.length; i++) {
            if (picture[i] == 0 && picture[i + 1] == 0 && picture[i + 2] == 1 && (picture[i + 3] & 0xFF) == 0xB6) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no picture in the packet");
    }
}
