package io.genga.media.cut;

import io.genga.contracts.plan.PlannedChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** A chunk whose packets are being copied. */
final class OpenChunk implements AutoCloseable {

    private final PlannedChunk chunk;
    private final NutWriter writer;
    private int packets;
    private int keptPackets;

    private OpenChunk(PlannedChunk chunk, NutWriter writer) {
        this.chunk = chunk;
        this.writer = writer;
    }

    static OpenChunk create(PlannedChunk chunk, AVStream source, Path workFolder) throws IOException {
        Path file = Files.createTempFile(workFolder, "chunk-" + chunk.index() + "-", ".nut");
        try {
            return new OpenChunk(chunk, NutWriter.create(file, source));
        } catch (RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    void write(AVPacket packet) {
        writer.write(packet);
        packets++;
        if (packet.pts() >= chunk.firstPts() && packet.pts() <= chunk.lastPts()) {
            keptPackets++;
        }
    }

    boolean isComplete() {
        return packets == chunk.packetCount();
    }

    /** Completes the file, gives it to {@code sink} and deletes it. */
    void handOver(ChunkSink sink) throws IOException {
        try (this) {
            if (keptPackets != chunk.frameCount()) {
                throw new SourceChangedException("chunk " + chunk.index() + " has " + keptPackets + " frames where "
                        + chunk.frameCount() + " were planned");
            }
            writer.finish();
            sink.accept(chunk, writer.file());
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.delete(writer.file());
    }
}
