package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DOVI_CONF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SPHERICAL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_STEREO3D;

import io.genga.media.ffmpeg.DisplayRotation;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;

/** What a container says about a picture beside its samples. */
final class StreamSideData {

    /** As the rest of a sentence that begins with the source's name. */
    private static final Map<Integer, String> UNSUPPORTED = Map.of(
            AV_PKT_DATA_DOVI_CONF, "is in Dolby Vision",
            AV_PKT_DATA_STEREO3D, "is stereoscopic",
            AV_PKT_DATA_SPHERICAL, "is a spherical picture",
            AV_PKT_DATA_FRAME_CROPPING, "is cropped by its container");

    private StreamSideData() {}

    static Optional<String> unsupportedMeaning(AVCodecParameters parameters) {
        if (DisplayRotation.of(parameters).isEmpty()) {
            return Optional.of("is mirrored or turned askew by its container");
        }
        for (int i = 0; i < parameters.nb_coded_side_data(); i++) {
            AVPacketSideData data = parameters.coded_side_data().getPointer(i);
            String meaning = UNSUPPORTED.get(data.type());
            if (meaning != null) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }
}
