package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DOVI_CONF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DYNAMIC_HDR10_PLUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SPHERICAL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_STEREO3D;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.BytePointer;

/** What a container says about a picture beside its samples. */
final class StreamSideData {

    /** As the rest of a sentence that begins with the source's name. */
    private static final Map<Integer, String> UNSUPPORTED = Map.of(
            AV_PKT_DATA_DOVI_CONF, "is in Dolby Vision",
            AV_PKT_DATA_DYNAMIC_HDR10_PLUS, "is in HDR10+",
            AV_PKT_DATA_STEREO3D, "is stereoscopic",
            AV_PKT_DATA_SPHERICAL, "is a spherical picture",
            AV_PKT_DATA_FRAME_CROPPING, "is cropped by its container");

    /** 16.16 fixed point, the last column 2.30: ISO/IEC 14496-12, 6.2.2. */
    private static final IntBuffer UPRIGHT = IntBuffer.wrap(new int[] {1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30})
            .asReadOnlyBuffer();

    private StreamSideData() {}

    static Optional<String> unsupportedMeaning(AVCodecParameters parameters) {
        for (int i = 0; i < parameters.nb_coded_side_data(); i++) {
            AVPacketSideData data = parameters.coded_side_data().getPointer(i);
            if (data.type() == AV_PKT_DATA_DISPLAYMATRIX && !isUpright(data)) {
                return Optional.of("is rotated or mirrored by its container");
            }
            String meaning = UNSUPPORTED.get(data.type());
            if (meaning != null) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    private static boolean isUpright(AVPacketSideData data) {
        BytePointer bytes = data.data().capacity(data.size());
        return bytes.asByteBuffer().order(ByteOrder.nativeOrder()).asIntBuffer().equals(UPRIGHT);
    }
}
