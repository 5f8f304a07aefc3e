package io.genga.media.cut;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_to_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_buffer_size;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.input.InputFile;
import io.genga.testsupport.film.FrameHash;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Decodes a chunk from its first packet to its last. */
final class DecodedPictures {

    private DecodedPictures() {}

    /** All pictures that come out, in this order, their PTS in {@code timeBase}. */
    static List<FrameHash> of(Path chunk, Rational timeBase) {
        List<FrameHash> pictures = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try (InputFile input = InputFile.openChunk(chunk)) {
            AVStream stream = input.stream(0);
            AVCodecContext decoder = open(stream);
            while (input.read(packet)) {
                FfmpegCall.check(avcodec_send_packet(decoder, packet), "decoding");
                receive(decoder, stream, timeBase, pictures);
            }
            FfmpegCall.check(avcodec_send_packet(decoder, null), "ending");
            receive(decoder, stream, timeBase, pictures);
            avcodec_free_context(decoder);
        } finally {
            av_packet_free(packet);
        }
        return pictures;
    }

    private static AVCodecContext open(AVStream stream) {
        AVCodecContext decoder = avcodec_alloc_context3(null);
        FfmpegCall.check(avcodec_parameters_to_context(decoder, stream.codecpar()), "describing");
        int codec = stream.codecpar().codec_id();
        FfmpegCall.check(avcodec_open2(decoder, avcodec_find_decoder(codec), (AVDictionary) null), "opening");
        return decoder;
    }

    private static void receive(AVCodecContext decoder, AVStream stream, Rational timeBase, List<FrameHash> pictures) {
        AVFrame frame = av_frame_alloc();
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            long pts = av_rescale_q(frame.pts(), stream.time_base(), AvRationals.of(timeBase));
            pictures.add(new FrameHash(pts, md5(frame)));
        }
        av_frame_free(frame);
    }

    private static String md5(AVFrame frame) {
        int size = av_image_get_buffer_size(frame.format(), frame.width(), frame.height(), 1);
        try (BytePointer samples = new BytePointer(size)) {
            av_image_copy_to_buffer(
                    samples, size, frame.data(), frame.linesize(), frame.format(), frame.width(), frame.height(), 1);
            byte[] bytes = new byte[size];
            samples.get(bytes);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
