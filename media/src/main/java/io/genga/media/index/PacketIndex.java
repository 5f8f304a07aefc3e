package io.genga.media.index;

import io.genga.contracts.plan.Rational;
import java.util.HashSet;
import java.util.List;

/**
 * All packets of a video stream.
 *
 * @param timeBase of the time stamps, in seconds
 * @param packets in decoding order; the first is an entry, and no two that are shown have the same PTS
 */
public record PacketIndex(Rational timeBase, List<IndexedPacket> packets) {

    public PacketIndex {
        packets = List.copyOf(packets);
        if (packets.isEmpty() || !packets.get(0).entry()) {
            throw new IllegalArgumentException("a packet index must begin with an entry");
        }
        List<Long> shown = packets.stream()
                .filter(IndexedPacket::shown)
                .map(IndexedPacket::pts)
                .toList();
        if (shown.isEmpty() || new HashSet<>(shown).size() != shown.size()) {
            throw new IllegalArgumentException("an index must show pictures, and no two at the same time");
        }
    }
}
