package io.genga.media.plan;

import java.util.List;

/** Far from its last entry a film can only be cut into chunks so long that their lead-in is worth it. */
final class LeadInLimit {

    /** About five minutes: as much as should be lost with a worker. */
    static final int MOST_FRAMES = 7200;

    private LeadInLimit() {}

    /** Whether a chunk became too long because of its lead-in. */
    static boolean isExceeded(List<ChunkRange> chunks) {
        return chunks.stream().anyMatch(LeadInLimit::isTooLong);
    }

    private static boolean isTooLong(ChunkRange chunk) {
        int frames = chunk.pts().size();
        return frames > MOST_FRAMES && chunk.packetCount() > frames;
    }
}
