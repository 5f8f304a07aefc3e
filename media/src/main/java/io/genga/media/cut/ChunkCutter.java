package io.genga.media.cut;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.media.input.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Cuts a film into chunks in one pass: by copying packets, or out of the lossless intermediate film where the plan says so. Cutting
 * twice gives the same bytes. Stateless and thread-safe.
 *
 * @param workFolder where chunks are written before they are handed over; must exist
 */
public record ChunkCutter(Path workFolder) {

    /**
     * Cuts those chunks of {@code plan} that are needed, and hands each over as soon as it is whole, which
     * need not be in their order. Nothing is left in the
     * work folder, whether this succeeds or not.
     *
     * @param source the file the plan was made from
     * @param needed false for a chunk that exists already
     * @throws IOException where {@code sink} throws it, or a chunk cannot be deleted
     * @throws SourceChangedException where the source is not the one that was planned
     * @throws DamagedSourceException where a source that is to be decoded for its chunks cannot be
     * @throws io.genga.media.ffmpeg.FfmpegException where the source cannot be read or a chunk not be written
     */
    public void cut(Path source, Plan plan, Predicate<PlannedChunk> needed, ChunkSink sink, CutProgress progress)
            throws IOException {
        List<PlannedChunk> chunks = plan.chunks().stream().filter(needed).toList();
        if (chunks.isEmpty()) {
            return;
        }
        if (plan.source().optionalIntermediate().isPresent()) {
            try (IntermediateCut cut = IntermediateCut.open(source, plan, chunks, progress)) {
                cut.run(workFolder, sink);
            }
        } else {
            copy(source, plan, chunks, sink, progress);
        }
    }

    private void copy(Path source, Plan plan, List<PlannedChunk> chunks, ChunkSink sink, CutProgress progress)
            throws IOException {
        int videoStream = plan.source().videoStream();
        try (InputFile input = InputFile.open(source)) {
            input.readOnly(videoStream);
            AVCodecParameters codec = input.stream(videoStream).codecpar();
            try (CutInProgress cut = new CutInProgress(chunks, plan.source().timeBase(), codec, workFolder, sink)) {
                copy(input, cut, progress);
            }
        }
    }

    private static void copy(InputFile input, CutInProgress cut, CutProgress progress) throws IOException {
        AVPacket packet = av_packet_alloc();
        try {
            while (!cut.isComplete()) {
                if (!input.read(packet)) {
                    throw new SourceChangedException("the source has fewer packets than were planned");
                }
                cut.take(packet);
                progress.advanced(cut.packetsTaken(), cut.packetsNeeded());
            }
        } finally {
            av_packet_free(packet);
        }
    }
}
