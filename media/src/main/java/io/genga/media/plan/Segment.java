package io.genga.media.plan;

import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames that are shown from one entry on, up to the next one: all of them come out of decoding from the entry. Those that
 * are shown before it but decoded after it (the leading pictures of an open group) belong to the segment before, whose
 * packets therefore go on beyond the entry.
 *
 * @param firstPacket the entry, by its position in decoding order
 * @param start rank of the frame that the entry shows; the lowest of the segment
 * @param end rank after the highest
 */
record Segment(int firstPacket, int start, int end) {

    /** The whole film, in segments whose ranks touch. */
    static List<Segment> of(PacketIndex index, PresentationOrder order) {
        List<Integer> borders = borders(index.packets(), index.firstEntry());
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < borders.size(); i++) {
            int entry = borders.get(i);
            int start = i == 0 ? 0 : order.rankOf(entry);
            int end = i + 1 < borders.size() ? order.rankOf(borders.get(i + 1)) : order.frameCount();
            segments.add(new Segment(entry, start, end));
        }
        return segments;
    }

    /** This segment and all after it, {@code last} included, as one. */
    Segment upTo(Segment last) {
        return new Segment(firstPacket, start, last.end());
    }

    /** Entries at which all frames of earlier packets have been shown. */
    private static List<Integer> borders(List<IndexedPacket> packets, int firstEntry) {
        List<Integer> borders = new ArrayList<>();
        borders.add(firstEntry);
        long latest = packets.get(firstEntry).pts();
        for (int i = firstEntry + 1; i < packets.size(); i++) {
            IndexedPacket packet = packets.get(i);
            if (packet.entry() && packet.shown() && latest < packet.pts()) {
                borders.add(i);
            }
            latest = Math.max(latest, packet.pts());
        }
        return borders;
    }
}
