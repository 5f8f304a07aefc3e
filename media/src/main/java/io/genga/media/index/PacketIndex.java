package io.genga.media.index;

import io.genga.contracts.plan.Rational;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All packets of a video stream.
 *
 * @param timeBase of the time stamps, in seconds
 * @param packets in decoding order; none is shown before the first entry, and no two that are shown have the same PTS
 * @param fieldPairs whether the two fields of some pictures are packets of their own; the second ones are hidden
 */
public record PacketIndex(Rational timeBase, List<IndexedPacket> packets, boolean fieldPairs) {

    public PacketIndex {
        packets = List.copyOf(packets);
        int entry = firstEntry(packets);
        if (packets.stream().limit(entry).anyMatch(IndexedPacket::shown)) {
            throw new IllegalArgumentException("a packet index must show nothing before an entry");
        }
        List<Long> shown = packets.stream()
                .filter(IndexedPacket::shown)
                .map(IndexedPacket::pts)
                .toList();
        if (shown.isEmpty() || new HashSet<>(shown).size() != shown.size()) {
            throw new IllegalArgumentException("an index must show pictures, and no two at the same time");
        }
    }

    /** Of packets that are one picture each. */
    public PacketIndex(Rational timeBase, List<IndexedPacket> packets) {
        this(timeBase, packets, false);
    }

    /** The position of the first packet at which decoding may start. */
    public int firstEntry() {
        return firstEntry(packets);
    }

    static int firstEntry(List<IndexedPacket> packets) {
        return IntStream.range(0, packets.size())
                .filter(position -> packets.get(position).entry())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a packet index must have an entry"));
    }
}
