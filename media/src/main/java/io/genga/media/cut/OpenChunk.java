package io.genga.media.cut;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_DNXHD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PRORES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.output.NutFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A chunk whose packets are being copied. Not thread-safe. */
final class OpenChunk implements AutoCloseable {

    /** By more no codec's pictures are shown before others that are decoded earlier. */
    private static final long REORDERING_SECONDS = 4;

    /** "AVdn", the first letter in the lowest byte. */
    private static final int DNXHD_IN_MOV = 'A' | 'V' << 8 | 'd' << 16 | 'n' << 24;

    private final PlannedChunk chunk;
    private final Path file;
    private final NutFile nut;
    private final AVPacket copy = av_packet_alloc();
    private int packets;
    private int keptPackets;
    private long previousDts;

    private OpenChunk(PlannedChunk chunk, Path file, NutFile nut, long dtsBeforeFirst) {
        this.chunk = chunk;
        this.file = file;
        this.nut = nut;
        this.previousDts = dtsBeforeFirst;
    }

    /**
     * @param first packet of the chunk; not yet written by this
     * @param codec of the source's stream
     */
    static OpenChunk create(
            PlannedChunk chunk, AVPacket first, Rational timeBase, AVCodecParameters codec, Path workFolder)
            throws IOException {
        long earliestDts = earliestDts(chunk, first, timeBase);
        Path file = Files.createTempFile(workFolder, "chunk-" + chunk.index() + "-", ".nut");
        try {
            NutFile nut = NutFile.create(file, timeBase, earliestDts, parameters -> describe(parameters, codec));
            return new OpenChunk(chunk, file, nut, earliestDts - 1);
        } catch (RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    /**
     * The demuxer may not know the first DTS, and pictures of an open group are shown before the first one. No DTS that is made up
     * comes too late if all start so early.
     */
    private static long earliestDts(PlannedChunk chunk, AVPacket first, Rational timeBase) {
        long reordering = REORDERING_SECONDS * timeBase.den() / timeBase.num();
        long start = first.dts() == AV_NOPTS_VALUE ? first.pts() - reordering : Math.min(first.pts(), first.dts());
        return start - chunk.packetCount();
    }

    private static void describe(AVCodecParameters target, AVCodecParameters source) {
        FfmpegCall.check(avcodec_parameters_copy(target, source), "copying the description of a stream");
        target.codec_tag(tagOf(source));
    }

    /** The source's means nothing in NUT, which has none of its own for DNxHD and ProRes, but understands MOV's. */
    private static int tagOf(AVCodecParameters source) {
        return switch (source.codec_id()) {
            case AV_CODEC_ID_DNXHD -> DNXHD_IN_MOV;
            case AV_CODEC_ID_PRORES -> source.codec_tag(); // Matroska keeps it, too
            default -> 0;
        };
    }

    /** @param packet stays the caller's, unchanged */
    void write(AVPacket packet) {
        packets++;
        if (packet.pts() >= chunk.firstPts() && packet.pts() <= chunk.lastPts()) {
            keptPackets++;
        }
        FfmpegCall.check(av_packet_ref(copy, packet), "copying a packet");
        try {
            // An unknown DTS is the lowest number there is.
            previousDts = Math.max(previousDts + 1, packet.dts());
            copy.dts(previousDts);
            nut.write(copy);
        } finally {
            av_packet_unref(copy);
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
            nut.finish();
            sink.accept(chunk, file);
        }
    }

    @Override
    public void close() throws IOException {
        av_packet_free(copy);
        nut.close();
        Files.delete(file);
    }
}
