package io.genga.media.plan;

import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The frames of a film in the order in which they are shown. A frame is named by its rank in that order, from 0; the rank after
 * the last frame stands for the end of the film.
 */
final class PresentationOrder {

    private final List<IndexedPacket> packets;
    private final int[] packetOfRank;
    private final long end;
    private final double secondsPerTick;

    PresentationOrder(PacketIndex index) {
        this.packets = index.packets();
        this.packetOfRank = IntStream.range(0, packets.size())
                .filter(packet -> packets.get(packet).shown())
                .boxed()
                .sorted(Comparator.comparingLong(packet -> packets.get(packet).pts()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.end = endOfFilm();
        this.secondsPerTick = (double) index.timeBase().num() / index.timeBase().den();
    }

    int frameCount() {
        return packetOfRank.length;
    }

    /** Of the frame that a packet shows. */
    int rankOf(int packet) {
        long wanted = packets.get(packet).pts();
        int low = 0;
        int high = frameCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pts(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Position in decoding order of the frame at {@code rank}. */
    int packet(int rank) {
        return packetOfRank[rank];
    }

    boolean isKey(int rank) {
        return packets.get(packetOfRank[rank]).key();
    }

    /** Of the packet of the frame at {@code rank}; 0 where it is unknown. */
    int bytes(int rank) {
        return packets.get(packetOfRank[rank]).bytes();
    }

    /** Of the frame at {@code rank}, in ticks; the end of the film where there is none. */
    long pts(int rank) {
        return rank == frameCount() ? end : packets.get(packetOfRank[rank]).pts();
    }

    /** From the showing of one frame to that of another, or to the end of the film. */
    double seconds(int fromRank, int toRank) {
        return (pts(toRank) - pts(fromRank)) * secondsPerTick;
    }

    /** The first rank above {@code fromRank}, and at most {@code limit}, that is shown {@code seconds} later. */
    int rankAfter(int fromRank, double seconds, int limit) {
        int low = fromRank + 1;
        int high = limit;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds(fromRank, middle) < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The range that keeps the ranks from {@code first}, inclusive, to {@code end}, exclusive. */
    ChunkRange range(int firstPacket, int first, int end) {
        int lastPacket = IntStream.range(first, end).map(this::packet).max().orElseThrow();
        List<Long> pts =
                LongStream.range(first, end).mapToObj(rank -> pts((int) rank)).toList();
        return new ChunkRange(firstPacket, lastPacket - firstPacket + 1, pts);
    }

    /** The last frame is taken to last as long as the one before it. */
    private long endOfFilm() {
        int count = packetOfRank.length;
        long last = packets.get(packetOfRank[count - 1]).pts();
        return count == 1
                ? last + 1
                : 2 * last - packets.get(packetOfRank[count - 2]).pts();
    }
}
