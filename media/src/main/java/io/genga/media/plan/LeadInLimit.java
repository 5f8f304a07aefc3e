package io.genga.media.plan;

import io.genga.media.probe.RefusedMediaException;
import java.util.List;

/** Far from its last entry a film can only be cut into chunks so long that their lead-in is worth it. */
final class LeadInLimit {

    /** About five minutes: as much as should be lost with a worker. */
    static final int MOST_FRAMES = 7200;

    private LeadInLimit() {}

    /** @throws RefusedMediaException where a chunk became too long because of its lead-in */
    static void check(List<ChunkRange> chunks, String displayName) {
        boolean tooLong = chunks.stream().anyMatch(LeadInLimit::isTooLong);
        if (tooLong) {
            throw new RefusedMediaException(
                    displayName,
                    "goes on too long without a picture at which decoding may start",
                    "encode it again with a key frame every few seconds");
        }
    }

    private static boolean isTooLong(ChunkRange chunk) {
        int frames = chunk.pts().size();
        return frames > MOST_FRAMES && chunk.packetCount() > frames;
    }
}
