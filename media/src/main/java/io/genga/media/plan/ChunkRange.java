package io.genga.media.plan;

import java.util.List;

/**
 * Frames that make one chunk, and the packets that must be decoded to see them.
 *
 * @param firstPacket position in decoding order, from 0; an entry
 * @param packetCount lead-in and lead-out included
 * @param pts of the frames that are kept, ascending
 */
public record ChunkRange(int firstPacket, int packetCount, List<Long> pts) {

    public ChunkRange {
        pts = List.copyOf(pts);
    }
}
