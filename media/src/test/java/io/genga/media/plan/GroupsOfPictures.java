package io.genga.media.plan;

import io.genga.contracts.plan.Rational;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.util.ArrayList;
import java.util.List;

/** Writes packet indexes as a notation: pictures in decoding order, each with its position in the order of presentation. */
final class GroupsOfPictures {

    static final Rational TICK = new Rational(1, 10);

    private GroupsOfPictures() {}

    /**
     * @param notation pictures in decoding order, such as {@code "IDR0 P2 B1 I4 B3"}: the kind (IDR clean, I key only, P and B
     *     neither), then the rank among all
     * @param pts by rank
     */
    static PacketIndex index(String notation, long... pts) {
        List<IndexedPacket> packets = new ArrayList<>();
        for (String picture : notation.split(" ", -1)) {
            String kind = picture.replaceAll("\\d", "");
            int rank = Integer.parseInt(picture.replaceAll("\\D", ""));
            long time = pts.length == 0 ? rank : pts[rank];
            packets.add(new IndexedPacket(time, !kind.equals("P") && !kind.equals("B"), kind.equals("IDR")));
        }
        return new PacketIndex(TICK, packets);
    }
}
