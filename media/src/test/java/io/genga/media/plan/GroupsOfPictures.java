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
     * @param notation pictures in decoding order, such as {@code "IDR0 P2 B1 I4 B3"}: the kind (IDR and I are entries, K is
     *     key only, P and B neither; H before it hides it), then the rank among all
     * @param pts by rank
     */
    static PacketIndex index(String notation, long... pts) {
        List<IndexedPacket> packets = new ArrayList<>();
        for (String picture : notation.split(" ", -1)) {
            String kind = picture.replaceAll("\\d", "");
            int rank = Integer.parseInt(picture.replaceAll("\\D", ""));
            long time = pts.length == 0 ? rank : pts[rank];
            boolean shown = !kind.startsWith("H");
            boolean entry = kind.equals("IDR") || kind.equals("I");
            packets.add(new IndexedPacket(time, entry || kind.equals("K"), entry, shown));
        }
        return new PacketIndex(TICK, packets);
    }
}
