package io.genga.worker;

import io.genga.contracts.plan.Plan;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.decode.ChunkDecoder;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Decodes a part of a film that reaches over several chunks, one chunk after the other. Not thread-safe. */
final class SequenceDecoder implements AutoCloseable {

    private final Plan plan;
    private final Iterator<ChunkPackets> chunks;
    private final long firstPts;
    private final long lastPts;
    private final FramePool frames;
    private Optional<ChunkDecoder> decoder = Optional.empty();

    /**
     * @param chunks adjacent, in the order of the film
     * @param firstPts of the frames that are wanted, as is {@code lastPts}; both inclusive
     */
    SequenceDecoder(Plan plan, List<ChunkPackets> chunks, long firstPts, long lastPts, FramePool frames) {
        this.plan = plan;
        this.chunks = chunks.iterator();
        this.firstPts = firstPts;
        this.lastPts = lastPts;
        this.frames = frames;
    }

    /**
     * @return the next frame that is wanted, owned by the caller; empty after the last
     * @throws io.genga.media.decode.MediaCorruptException where a chunk cannot be decoded to what the plan promises
     */
    Optional<Frame> next() {
        Optional<Frame> frame = nextOfAll();
        while (frame.isPresent() && frame.get().pts() < firstPts) {
            frame.get().close();
            frame = nextOfAll();
        }
        if (frame.isPresent() && frame.get().pts() > lastPts) {
            frame.get().close();
            return Optional.empty();
        }
        return frame;
    }

    @Override
    public void close() {
        decoder.ifPresent(ChunkDecoder::close);
        decoder = Optional.empty();
    }

    private Optional<Frame> nextOfAll() {
        Optional<Frame> frame = decoder.flatMap(ChunkDecoder::next);
        while (frame.isEmpty() && chunks.hasNext()) {
            close();
            ChunkPackets next = chunks.next();
            decoder = Optional.of(ChunkDecoder.open(next.file(), plan, next.chunk(), frames));
            frame = decoder.flatMap(ChunkDecoder::next);
        }
        return frame;
    }
}
