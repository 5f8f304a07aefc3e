package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/** How players turn a picture, as telephones ask for it: the display matrix of ISO/IEC 14496-12, 6.2.2. */
public final class DisplayRotation {

    private static final int FULL_TURN = 360;
    private static final int QUARTER_TURN = 90;
    private static final double TOLERANCE_IN_DEGREES = 0.01;
    private static final int NO_FLAGS = 0;

    private DisplayRotation() {}

    /** Counter-clockwise, in degrees: 0, 90, 180 or 270. Empty where the picture is mirrored, or turned by anything else. */
    public static OptionalInt of(AVCodecParameters stream) {
        AVPacketSideData data = find(stream);
        if (data == null) {
            return OptionalInt.of(0);
        }
        IntPointer matrix = new IntPointer(data.data());
        double degrees = av_display_rotation_get(matrix);
        long quarters = Math.round(degrees / QUARTER_TURN);
        boolean quarter = Math.abs(degrees - quarters * QUARTER_TURN) < TOLERANCE_IN_DEGREES;
        return quarter && !isMirrored(matrix)
                ? OptionalInt.of((int) Math.floorMod(quarters * QUARTER_TURN, FULL_TURN))
                : OptionalInt.empty();
    }

    /** Makes players turn the pictures of {@code target}, which is about to be written, as those of {@code source}. */
    public static void copy(AVCodecParameters source, AVCodecParameters target) {
        AVPacketSideData data = find(source);
        if (data == null) {
            return;
        }
        AVPacketSideData present = target.coded_side_data();
        AVPacketSideData all = present == null ? new AVPacketSideData((Pointer) null) : present;
        try (IntPointer count = new IntPointer(1).put(target.nb_coded_side_data())) {
            AVPacketSideData added =
                    av_packet_side_data_new(all, count, AV_PKT_DATA_DISPLAYMATRIX, data.size(), NO_FLAGS);
            target.coded_side_data(all).nb_coded_side_data(count.get());
            byte[] matrix = new byte[(int) data.size()];
            new BytePointer(data.data()).get(matrix);
            new BytePointer(added.data()).put(matrix);
        }
    }

    private static AVPacketSideData find(AVCodecParameters stream) {
        for (int i = 0; i < stream.nb_coded_side_data(); i++) {
            AVPacketSideData data = stream.coded_side_data().getPointer(i);
            if (data.type() == AV_PKT_DATA_DISPLAYMATRIX) {
                return data;
            }
        }
        return null;
    }

    /** By the sign of the determinant of what turns the picture. */
    private static boolean isMirrored(IntPointer matrix) {
        long determinant = (long) matrix.get(0) * matrix.get(4) - (long) matrix.get(1) * matrix.get(3);
        return determinant < 0;
    }
}
