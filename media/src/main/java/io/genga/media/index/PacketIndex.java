package io.genga.media.index;

import io.genga.contracts.plan.Rational;
import java.util.List;

/**
 * All packets of a video stream.
 *
 * @param timeBase of the time stamps, in seconds
 * @param packets in decoding order; the first is a clean entry, and no two have the same PTS
 */
public record PacketIndex(Rational timeBase, List<IndexedPacket> packets) {

    public PacketIndex {
        packets = List.copyOf(packets);
        if (packets.isEmpty() || !packets.get(0).cleanEntry()) {
            throw new IllegalArgumentException("a packet index must begin with a clean entry");
        }
        if (packets.stream().mapToLong(IndexedPacket::pts).distinct().count() != packets.size()) {
            throw new IllegalArgumentException("no two packets of an index may have the same PTS");
        }
    }
}
