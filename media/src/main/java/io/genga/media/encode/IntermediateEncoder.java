package io.genga.media.encode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.output.NutFile;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes a source's pictures without loss into a chunk: FFV1 in NUT. The same pictures give the same bytes, whatever the number of
 * processors. Not thread-safe.
 *
 * <p>The file is good once {@link #finish} has returned; otherwise it is the caller's to delete.
 */
public final class IntermediateEncoder implements AutoCloseable {

    private static final Ffv1Settings LOSSLESS = new Ffv1Settings();

    private final Path target;
    private final PixelLayout layout;
    private final PictureProperties properties;
    private final OpenEncoder encoder;
    private final NutFile nut;
    private final AVPacket packet = av_packet_alloc();

    private IntermediateEncoder(Path target, PictureProperties properties, OpenEncoder encoder, NutFile nut) {
        this.target = target;
        this.properties = properties;
        this.layout = properties.format().layout();
        this.encoder = encoder;
        this.nut = nut;
    }

    /** @param targetNut replaced where it exists */
    public static IntermediateEncoder open(PlannedSource source, PlannedChunk chunk, Path targetNut) {
        PictureProperties properties = PictureProperties.of(source);
        OpenEncoder encoder =
                OpenEncoder.open(LOSSLESS, properties, Runtime.getRuntime().availableProcessors());
        try {
            NutFile nut = NutFile.create(
                    targetNut,
                    properties.timeBase(),
                    chunk.firstPts(),
                    parameters -> FfmpegCall.check(
                            avcodec_parameters_from_context(parameters, encoder.context()), "describing " + targetNut));
            return new IntermediateEncoder(targetNut, properties, encoder, nut);
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    /**
     * @param picture the next one in order of presentation, of the source's size and pixel format, its time stamp in the source's time
     *     base; stays the caller's
     * @throws IllegalArgumentException where it is of another size or pixel format
     */
    public void encode(AVFrame picture) {
        requireFormat(picture);
        picture.pict_type(AV_PICTURE_TYPE_NONE).format(PixelFormats.codeOf(layout));
        encoder.send(picture, "encoding frame " + picture.pts() + " of " + target);
        encoder.writePackets(nut, packet, target);
    }

    private void requireFormat(AVFrame picture) {
        String pixelFormat = av_get_pix_fmt_name(picture.format()).getString();
        boolean fits = picture.width() == properties.width()
                && picture.height() == properties.height()
                && PixelFormats.layoutOf(pixelFormat).equals(Optional.of(layout));
        if (!fits) {
            throw new IllegalArgumentException("a picture of " + properties + " was expected, not " + picture.width()
                    + "x" + picture.height() + " " + pixelFormat);
        }
    }

    /** Completes the file. Nothing can be encoded afterwards. */
    public void finish() {
        encoder.sendEnd("finishing " + target);
        encoder.writePackets(nut, packet, target);
        nut.finish();
    }

    @Override
    public void close() {
        av_packet_free(packet);
        nut.close();
        encoder.close();
    }
}
