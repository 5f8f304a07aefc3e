package io.genga.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedSource;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.ChunkReader;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes a chunk to exactly those pictures that the plan lists, in their order; what the chunk holds besides, to be decoded
 * before or after them, is dropped. The pictures do not depend on the number of threads. Not thread-safe.
 */
public final class ChunkDecoder implements AutoCloseable {

    private final PlannedSource source;
    private final PlannedChunk chunk;
    private final FrameFormat format;
    private final FramePool pool;
    private final ChunkReader reader;
    private final VideoDecoder decoder;
    private int position;

    private ChunkDecoder(
            PlannedSource source,
            PlannedChunk chunk,
            FrameFormat format,
            FramePool pool,
            ChunkReader reader,
            VideoDecoder decoder) {
        this.source = source;
        this.chunk = chunk;
        this.format = format;
        this.pool = pool;
        this.reader = reader;
        this.decoder = decoder;
    }

    /**
     * @param pool gives the frames that {@link #next} returns
     * @throws MediaCorruptException where the file is no chunk that can be decoded
     */
    public static ChunkDecoder open(Path chunkNut, Plan plan, PlannedChunk chunk, FramePool pool) {
        FrameFormat format = formatOf(plan.source());
        try {
            ChunkReader reader = ChunkReader.open(chunkNut, plan.source().timeBase());
            return new ChunkDecoder(plan.source(), chunk, format, pool, reader, openDecoder(reader));
        } catch (FfmpegException e) {
            throw new MediaCorruptException("chunk " + chunk.index() + ": " + e.getMessage(), e);
        }
    }

    private static VideoDecoder openDecoder(ChunkReader reader) {
        try {
            return VideoDecoder.open(reader.parameters(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * @return the next picture of the chunk, of the plan's size, pixel format and colour, with a time stamp in the source's
     *     time base; owned by the caller. Empty after the last
     * @throws MediaCorruptException where the file cannot be decoded to what the plan promises
     */
    public Optional<Frame> next() {
        AVFrame picture = nextPicture();
        while (picture != null && picture.pts() < chunk.firstPts()) {
            picture = nextPicture();
        }
        boolean kept = picture != null && picture.pts() <= chunk.lastPts();
        if (!kept) {
            requireAllSeen();
            return Optional.empty();
        }
        requirePlanned(picture);
        position++;
        return Optional.of(PictureCopy.of(picture, format, source.colour(), pool));
    }

    private AVFrame nextPicture() {
        try {
            return decoder.next(reader::read);
        } catch (FfmpegException | DamagedPictureException | IllegalStateException e) {
            throw corrupt(expected(), e.getMessage(), e);
        }
    }

    private void requireAllSeen() {
        if (position < chunk.frameCount()) {
            throw corrupt(expected(), "no more pictures", null);
        }
    }

    private void requirePlanned(AVFrame picture) {
        if (position == chunk.frameCount() || picture.pts() != chunk.pts().get(position)) {
            throw corrupt(expected(), "a picture at " + picture.pts(), null);
        }
        String pixelFormat = av_get_pix_fmt_name(picture.format()).getString();
        boolean fits = picture.width() == format.width()
                && picture.height() == format.height()
                && PixelFormats.layoutOf(pixelFormat).equals(Optional.of(format.layout()));
        if (!fits) {
            String expected = format.width() + "x" + format.height() + " " + source.pixelFormat();
            throw corrupt(expected, picture.width() + "x" + picture.height() + " " + pixelFormat, null);
        }
    }

    private String expected() {
        return position == chunk.frameCount()
                ? "nothing more"
                : "a picture at " + chunk.pts().get(position);
    }

    private MediaCorruptException corrupt(String expected, String found, Throwable cause) {
        return new MediaCorruptException(
                "chunk " + chunk.index() + ", frame " + position + ": expected " + expected + ", found " + found,
                cause);
    }

    private static FrameFormat formatOf(PlannedSource source) {
        PixelLayout layout = PixelFormats.layoutOf(source.pixelFormat())
                .orElseThrow(() -> new IllegalArgumentException(
                        "pixel format '" + source.pixelFormat() + "' cannot be held in frames"));
        return new FrameFormat(layout, source.width(), source.height());
    }

    @Override
    public void close() {
        decoder.close();
        reader.close();
    }
}
