package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.output.NutFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Encodes the pictures of one chunk into a NUT file whose time stamps are the plan's, in the source's time base. Chunks of
 * one plan have equal parameter sets and begin with an IDR picture, so that they can be joined without encoding again; the
 * same pictures give the same bytes, on any clock. Not thread-safe.
 *
 * <p>The file is good once {@link #finish} has returned; otherwise it is the caller's to delete.
 */
public final class ChunkEncoder implements AutoCloseable {

    private final Path target;
    private final OpenEncoder encoder;
    private final NutFile nut;
    private final PictureView picture;
    private final AVPacket packet = av_packet_alloc();
    private long frames;

    private ChunkEncoder(Path target, OpenEncoder encoder, NutFile nut, FrameFormat format) {
        this.target = target;
        this.encoder = encoder;
        this.nut = nut;
        this.picture = new PictureView(format, encoder.inputFormat());
    }

    /**
     * @param targetNut replaced where it exists
     * @throws IncapableEncoderException where this machine's encoder is not the one that the plan pins
     */
    public static ChunkEncoder open(Plan plan, Path targetNut) {
        PictureProperties properties = PictureProperties.of(plan);
        PlannedEncoder planned = plan.target().encoder();
        OpenEncoder encoder = OpenEncoder.open(planned.settings(), properties, planned.threads());
        try {
            requirePinned(planned, encoder.pinned());
            NutFile nut = NutFile.create(
                    targetNut,
                    properties.timeBase(),
                    plan.chunks().get(0).firstPts(),
                    parameters -> FfmpegCall.check(
                            avcodec_parameters_from_context(parameters, encoder.context()), "describing " + targetNut));
            return new ChunkEncoder(targetNut, encoder, nut, properties.format());
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    private static void requirePinned(PlannedEncoder planned, PlannedEncoder here) {
        if (!here.equals(planned)) {
            throw new IncapableEncoderException(
                    "the plan pins " + planned + ", but the encoder here is " + here
                            + ": run workers and frame extractor of the same release, for NVENC also on cards and drivers of one kind");
        }
    }

    /**
     * @param yuv the next picture in order of presentation, of the target's size and pixel format; stays the caller's
     */
    public void encode(Frame yuv) {
        int type = frames == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        encoder.send(picture.of(yuv, type), "encoding frame " + yuv.pts() + " of " + target);
        frames++;
        encoder.writePackets(nut, packet, target);
    }

    /** Writes what the encoder still holds, and completes the file. Nothing can be encoded afterwards. */
    public EncodedChunk finish() {
        encoder.sendEnd("finishing " + target);
        encoder.writePackets(nut, packet, target);
        nut.finish();
        try {
            return new EncodedChunk(frames, Files.size(target));
        } catch (IOException e) {
            throw new UncheckedIOException("measuring " + target, e);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        picture.close();
        nut.close();
        encoder.close();
    }
}
