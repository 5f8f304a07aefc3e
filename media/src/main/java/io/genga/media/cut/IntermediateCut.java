package io.genga.media.cut;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedSource;
import io.genga.media.encode.IntermediateEncoder;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.intermediate.SourcePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes a source once, from its first picture to the last that is needed, and writes each chunk of the intermediate film as its
 * pictures come. Not thread-safe.
 */
final class IntermediateCut implements AutoCloseable {

    private final PlannedSource source;
    private final InputFile input;
    private final SourcePictures pictures;
    private final List<PlannedChunk> chunks;
    private final CutProgress progress;
    private long encoded;

    private IntermediateCut(
            PlannedSource source,
            InputFile input,
            SourcePictures pictures,
            List<PlannedChunk> chunks,
            CutProgress progress) {
        this.source = source;
        this.input = input;
        this.pictures = pictures;
        this.chunks = chunks;
        this.progress = progress;
    }

    /** @param chunks that are needed, in the order of the film */
    static IntermediateCut open(Path file, Plan plan, List<PlannedChunk> chunks, CutProgress progress) {
        PlannedSource source = plan.source();
        InputFile input = InputFile.open(file, source);
        try {
            input.readOnly(source.videoStream());
            SourcePictures pictures = SourcePictures.open(input.stream(source.videoStream()), plan);
            return new IntermediateCut(source, input, pictures, chunks, progress);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** Once. */
    void run(Path workFolder, ChunkSink sink) throws IOException {
        for (PlannedChunk chunk : chunks) {
            Path file = Files.createTempFile(workFolder, "chunk-" + chunk.index() + "-", ".nut");
            try {
                write(chunk, file);
                sink.accept(chunk, file);
            } finally {
                Files.delete(file);
            }
        }
    }

    private void write(PlannedChunk chunk, Path file) {
        try (IntermediateEncoder encoder = IntermediateEncoder.open(source, chunk, file)) {
            for (long pts : chunk.pts()) {
                encode(find(pts, chunk), encoder);
                encoded++;
                tellProgress();
            }
            encoder.finish();
        }
    }

    private void encode(AVFrame picture, IntermediateEncoder encoder) {
        try {
            encoder.encode(picture);
        } catch (IllegalArgumentException e) {
            throw damaged(picture.pts(), e.getMessage(), e);
        }
    }

    private AVFrame find(long pts, PlannedChunk chunk) {
        AVFrame picture = next(pts, chunk);
        while (picture != null && picture.pts() < chunk.firstPts()) { // another chunk's, or not shown
            tellProgress();
            picture = next(pts, chunk);
        }
        if (picture == null || picture.pts() != pts) {
            throw damaged(pts, picture == null ? "the film ends before it" : "the next one is another", null);
        }
        return picture;
    }

    private AVFrame next(long pts, PlannedChunk chunk) {
        while (true) {
            try {
                return pictures.next(input::read);
            } catch (DamagedPictureException e) {
                if (e.pts() >= chunk.firstPts()) {
                    throw damaged(pts, e.getMessage(), e);
                }
            } catch (FfmpegException e) {
                throw damaged(pts, e.getMessage(), e);
            }
        }
    }

    private void tellProgress() {
        progress.advanced(
                encoded, chunks.stream().mapToLong(PlannedChunk::frameCount).sum());
    }

    private DamagedSourceException damaged(long pts, String found, Throwable cause) {
        double second =
                (double) pts * source.timeBase().num() / source.timeBase().den();
        return new DamagedSourceException(second, found, cause);
    }

    @Override
    public void close() {
        pictures.close();
        input.close();
    }
}
