package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.media.input.ChunkReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The packets of all results, one after the other, each held against the plan, with the DTS that they have in the film. Not
 * thread-safe.
 */
final class ResultPackets implements AutoCloseable {

    private final Plan plan;
    private final List<Path> results;
    private final FilmClock clock;
    private final Set<Long> awaited = new HashSet<>();
    private int chunk;
    private int filmPosition;
    /** Of the current result; null between two. */
    private ChunkReader reader;

    private ResultPackets(Plan plan, List<Path> results) {
        this.plan = plan;
        this.results = results;
        this.clock = FilmClock.of(plan);
    }

    /** @param results in the order of the plan's chunks */
    static ResultPackets open(Plan plan, List<Path> results) {
        if (results.size() != plan.chunks().size()) {
            throw new IllegalArgumentException(
                    "the plan has " + plan.chunks().size() + " chunks, but there are " + results.size() + " results");
        }
        ResultPackets packets = new ResultPackets(plan, results);
        try {
            packets.openChunk();
            return packets;
        } catch (RuntimeException e) {
            packets.close();
            throw e;
        }
    }

    /** Of the current result; equal for all of them in what matters. Not to be used after {@link #close}, nor freed. */
    AVCodecParameters parameters() {
        return reader.parameters();
    }

    /**
     * @param packet owned by the caller; filled with time stamps in the source's time base
     * @return false after the last packet of the last result
     * @throws ResultMismatchException where a result is not what the plan says
     */
    boolean read(AVPacket packet) {
        while (!reader.read(packet)) {
            requireNothingAwaited();
            close();
            chunk++;
            if (chunk == results.size()) {
                return false;
            }
            openChunk();
        }
        stamp(packet);
        return true;
    }

    private void openChunk() {
        reader = ChunkReader.open(results.get(chunk), plan.source().timeBase());
        awaited.addAll(planned().pts());
        requirePlannedParameterSets();
    }

    private void stamp(AVPacket packet) {
        long pts = packet.pts();
        boolean first = awaited.size() == planned().frameCount();
        if (!awaited.remove(pts)) {
            throw new ResultMismatchException(chunk, "time stamp", "one of the plan's, each once", pts);
        }
        if (first && !isKeyFrame(packet, planned().firstPts())) {
            throw new ResultMismatchException(
                    chunk, "first packet", "the key frame at " + planned().firstPts(), "another one at " + pts);
        }
        long dts = clock.dts(filmPosition++);
        if (dts > pts) {
            throw new ResultMismatchException(chunk, "order of packets", "no DTS after PTS " + pts, "DTS " + dts);
        }
        packet.dts(dts);
        packet.duration(clock.duration(pts));
    }

    private static boolean isKeyFrame(AVPacket packet, long pts) {
        return packet.pts() == pts && (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    private void requireNothingAwaited() {
        if (!awaited.isEmpty()) {
            int expected = planned().frameCount();
            throw new ResultMismatchException(chunk, "number of frames", expected, expected - awaited.size());
        }
    }

    private void requirePlannedParameterSets() {
        byte[] header = new byte[reader.parameters().extradata_size()];
        if (header.length > 0) {
            reader.parameters().extradata().get(header);
        }
        Sha256 expected = plan.target().encoder().parameterSets();
        Sha256 found = Sha256.of(header);
        if (!found.equals(expected)) {
            throw new ResultMismatchException(chunk, "parameter sets", expected, found);
        }
    }

    private PlannedChunk planned() {
        return plan.chunks().get(chunk);
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
