package io.genga.contracts.plan;

import io.genga.contracts.id.Fingerprint;
import java.util.List;
import java.util.Objects;

/**
 * A range of frames in presentation order, and the packets that must be decoded to see them.
 *
 * @param index position in the film, from 0
 * @param firstPacket position, in decoding order and from 0, of the first packet of the video stream that is needed
 * @param packetCount packets needed, lead-in and lead-out included
 * @param pts of every frame that is kept, ascending, in {@link PlannedSource#timeBase()}; the first and the last bound the
 *     keep-range, both inclusive. Decoded frames outside it are lead-in or lead-out
 */
public record PlannedChunk(int index, Fingerprint fingerprint, long firstPacket, int packetCount, List<Long> pts) {

    public PlannedChunk {
        Objects.requireNonNull(fingerprint, "fingerprint");
        pts = List.copyOf(pts);
        if (pts.isEmpty()) {
            throw new IllegalArgumentException("chunk " + index + " must keep at least one frame");
        }
        for (int i = 1; i < pts.size(); i++) {
            if (pts.get(i) <= pts.get(i - 1)) {
                throw new IllegalArgumentException("chunk " + index + ": PTS " + pts.get(i) + " of frame " + i
                        + " must be later than " + pts.get(i - 1) + " before it");
            }
        }
        if (firstPacket < 0 || packetCount < 1) {
            throw new IllegalArgumentException("chunk " + index + " must need at least one packet, from 0 on");
        }
    }

    public int frameCount() {
        return pts.size();
    }

    /** Inclusive. */
    public long firstPts() {
        return pts.get(0);
    }

    /** Inclusive. */
    public long lastPts() {
        return pts.get(pts.size() - 1);
    }

    /** Whether a picture of this time is one of the chunk, and not one around it. */
    public boolean keeps(long pictureTime) {
        return pictureTime >= firstPts() && pictureTime <= lastPts();
    }
}
