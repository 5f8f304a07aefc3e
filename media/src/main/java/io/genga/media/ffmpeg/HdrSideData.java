package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_side_data_new;

import io.genga.contracts.plan.ContentLight;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.MasteringDisplay;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVContentLightMetadata;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** {@link HdrMetadata} as FFmpeg keeps it beside pictures, streams and encoders. */
public final class HdrSideData {

    private static final int SIZE_OF_DISPLAY = new AVMasteringDisplayMetadata((Pointer) null).sizeof();
    private static final int SIZE_OF_LIGHT = new AVContentLightMetadata((Pointer) null).sizeof();
    private static final int NO_FLAGS = 0;

    private HdrSideData() {}

    /** What a decoded picture says by itself, or its stream for it; a display that is described in part does not count. */
    public static Optional<HdrMetadata> of(AVFrame picture) {
        AVFrameSideData display = av_frame_get_side_data(picture, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
        AVFrameSideData light = av_frame_get_side_data(picture, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL);
        MasteringDisplay masteringDisplay = display == null
                ? null
                : MasteringDisplays.of(new AVMasteringDisplayMetadata(display.data()))
                        .orElse(null);
        ContentLight contentLight = light == null ? null : lightOf(new AVContentLightMetadata(light.data()));
        return masteringDisplay == null && contentLight == null
                ? Optional.empty()
                : Optional.of(new HdrMetadata(masteringDisplay, contentLight));
    }

    /** Adds it to a stream that is about to be written. */
    public static void writeTo(AVCodecParameters stream, HdrMetadata hdr) {
        hdr.optionalMasteringDisplay()
                .ifPresent(display -> MasteringDisplays.write(
                        display,
                        new AVMasteringDisplayMetadata(
                                add(stream, AV_PKT_DATA_MASTERING_DISPLAY_METADATA, SIZE_OF_DISPLAY))));
        hdr.optionalContentLight()
                .ifPresent(light -> write(
                        light,
                        new AVContentLightMetadata(add(stream, AV_PKT_DATA_CONTENT_LIGHT_LEVEL, SIZE_OF_LIGHT))));
    }

    /** Gives it to an encoder that is not open yet, to be written into its packets where its codec can say it. */
    public static void writeTo(AVCodecContext encoder, HdrMetadata hdr) {
        hdr.optionalMasteringDisplay()
                .ifPresent(display -> MasteringDisplays.write(
                        display,
                        new AVMasteringDisplayMetadata(
                                add(encoder, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA, SIZE_OF_DISPLAY))));
        hdr.optionalContentLight()
                .ifPresent(light -> write(
                        light,
                        new AVContentLightMetadata(add(encoder, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL, SIZE_OF_LIGHT))));
    }

    private static Pointer add(AVCodecParameters stream, int type, long size) {
        AVPacketSideData present = stream.coded_side_data();
        AVPacketSideData all = present == null ? new AVPacketSideData((Pointer) null) : present;
        try (IntPointer count = new IntPointer(1).put(stream.nb_coded_side_data())) {
            AVPacketSideData added = av_packet_side_data_new(all, count, type, size, NO_FLAGS);
            stream.coded_side_data(all).nb_coded_side_data(count.get());
            return added.data();
        }
    }

    private static Pointer add(AVCodecContext encoder, int type, long size) {
        PointerPointer<?> present = encoder.decoded_side_data();
        PointerPointer<?> all = present == null ? new PointerPointer<>((Pointer) null) : present;
        try (IntPointer count = new IntPointer(1).put(encoder.nb_decoded_side_data())) {
            AVFrameSideData added = av_frame_side_data_new(all, count, type, size, NO_FLAGS);
            encoder.decoded_side_data(all).nb_decoded_side_data(count.get());
            return added.data();
        }
    }

    private static ContentLight lightOf(AVContentLightMetadata light) {
        return new ContentLight(light.MaxCLL(), light.MaxFALL());
    }

    private static void write(ContentLight from, AVContentLightMetadata to) {
        to.MaxCLL(from.maximum());
        to.MaxFALL(from.maximumFrameAverage());
    }
}
