package io.genga.media.corpus;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DOVI_CONF;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;

import io.genga.media.input.InputFile;
import io.genga.media.output.OutputFile;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** A film whose container says that it is in Dolby Vision, of profile 5. */
final class DolbyVision {

    /** Version 1.0, profile 5, level 1, with metadata and no enhancement layer: {@code AVDOVIDecoderConfigurationRecord}. */
    private static final byte[] PROFILE_5 = {1, 0, 5, 1, 1, 0, 1, 0, 0};

    private static final int UNOFFICIAL = -1;

    private DolbyVision() {}

    /** @param film with one stream */
    static Path of(Path film, Path target) {
        AVPacket packet = av_packet_alloc();
        try (InputFile input = InputFile.open(film);
                OutputFile output = OutputFile.create(target, "mp4")) {
            AVStream stream = output.addStream();
            avcodec_parameters_copy(stream.codecpar(), input.stream(0).codecpar());
            stream.time_base(input.stream(0).time_base());
            describe(stream);
            output.context().strict_std_compliance(UNOFFICIAL);
            output.writeHeader(Map.of());
            while (input.read(packet)) {
                av_packet_rescale_ts(packet, input.stream(0).time_base(), stream.time_base());
                output.write(packet);
            }
            output.finish();
            return target;
        } finally {
            av_packet_free(packet);
        }
    }

    private static void describe(AVStream stream) {
        try (PointerPointer<AVPacketSideData> data = new PointerPointer<>(1);
                org.bytedeco.javacpp.IntPointer count = new org.bytedeco.javacpp.IntPointer(1)) {
            data.put(0, stream.codecpar().coded_side_data());
            count.put(0, stream.codecpar().nb_coded_side_data());
            AVPacketSideData added = av_packet_side_data_new(data, count, AV_PKT_DATA_DOVI_CONF, PROFILE_5.length, 0);
            new BytePointer(added.data()).put(PROFILE_5);
            stream.codecpar().coded_side_data(data.get(AVPacketSideData.class, 0));
            stream.codecpar().nb_coded_side_data(count.get(0));
        }
    }
}
