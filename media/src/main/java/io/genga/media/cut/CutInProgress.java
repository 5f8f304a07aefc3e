package io.genga.media.cut;

import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Copies each packet into all the chunks that need it. */
final class CutInProgress implements AutoCloseable {

    private final Deque<PlannedChunk> ahead;
    private final List<OpenChunk> open = new ArrayList<>();
    private final Rational timeBase;
    private final AVCodecParameters codec;
    private final Path workFolder;
    private final ChunkSink sink;
    private final long packetsNeeded;
    private long packetsTaken;

    /**
     * @param chunks in the order of the film, at least one
     * @param codec of the source's stream; must stay valid as long as this
     */
    CutInProgress(
            List<PlannedChunk> chunks, Rational timeBase, AVCodecParameters codec, Path workFolder, ChunkSink sink) {
        this.ahead = new ArrayDeque<>(chunks);
        this.timeBase = timeBase;
        this.codec = codec;
        this.workFolder = workFolder;
        this.sink = sink;
        this.packetsNeeded = chunks.stream()
                .mapToLong(chunk -> chunk.firstPacket() + chunk.packetCount())
                .max()
                .orElseThrow();
    }

    boolean isComplete() {
        return ahead.isEmpty() && open.isEmpty();
    }

    long packetsTaken() {
        return packetsTaken;
    }

    long packetsNeeded() {
        return packetsNeeded;
    }

    void take(AVPacket packet) throws IOException {
        while (!ahead.isEmpty() && ahead.getFirst().firstPacket() == packetsTaken) {
            PlannedChunk chunk = ahead.removeFirst();
            open.add(OpenChunk.create(chunk, packet, timeBase, codec, workFolder));
        }
        for (Iterator<OpenChunk> chunks = open.iterator(); chunks.hasNext(); ) {
            OpenChunk chunk = chunks.next();
            chunk.write(packet);
            if (chunk.isComplete()) {
                chunks.remove();
                chunk.handOver(sink);
            }
        }
        packetsTaken++;
    }

    @Override
    public void close() throws IOException {
        for (OpenChunk chunk : open) {
            chunk.close();
        }
    }
}
