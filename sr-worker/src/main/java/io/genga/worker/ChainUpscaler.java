package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.frames.Frame;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.Upscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs the networks of a plan one after another on each frame: each is given what the one before has made. What one keeps of a frame is equal in
 * its next result, so that the network after it keeps it, too.
 */
final class ChainUpscaler implements Upscaler {

    private final List<ChunkUpscaler> networks = new ArrayList<>();
    private final ShareRecorder recorder = new ShareRecorder(new OneAfterAnother(networks), this::reuse);

    private ChainUpscaler() {}

    /**
     * @param sessions of the networks, in their order
     * @param attempts of each network
     * @return closed by the caller, before the sessions
     */
    static ChainUpscaler open(ChunkInProgress chunk, List<InferenceSession> sessions, List<ReuseAttempts> attempts) {
        ChainUpscaler chain = new ChainUpscaler();
        try {
            List<PlannedNetwork> planned = chunk.plan().network().chain();
            for (int i = 0; i < planned.size(); i++) {
                chain.networks.add(ChunkUpscaler.open(
                        sessions.get(i),
                        planned.get(i),
                        chunk.chunk(),
                        attempts.get(i).limits(),
                        chunk.frames()));
            }
            return chain;
        } catch (RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    @Override
    public Frame upscale(Frame rgb) {
        return recorder.upscale(rgb);
    }

    /** Of each network so far; elements are null where every frame is computed. */
    List<ReuseFigures> reuseOfEach() {
        List<ReuseFigures> figures = new ArrayList<>();
        networks.stream().map(ChunkUpscaler::reuse).map(Supplier::get).forEach(figures::add);
        return figures;
    }

    /** Of all networks together so far; null where every frame is computed. */
    ReuseFigures reuse() {
        return reuseOfEach().stream()
                .filter(Objects::nonNull)
                .reduce(ReuseFigures::andThen)
                .orElse(null);
    }

    /** Of the pixels of all networks together; to be asked once, after the last frame. */
    ComputedShares shares() {
        return recorder.shares();
    }

    @Override
    public void close() {
        recorder.close();
    }

    private record OneAfterAnother(List<ChunkUpscaler> networks) implements Upscaler {

        @Override
        public Frame upscale(Frame rgb) {
            Frame made = networks.get(0).upscaler().upscale(rgb);
            for (ChunkUpscaler next : networks.subList(1, networks.size())) {
                try (Frame given = made) {
                    made = next.upscaler().upscale(given);
                }
            }
            return made;
        }

        @Override
        public void close() {
            networks.forEach(ChunkUpscaler::close);
        }
    }
}
