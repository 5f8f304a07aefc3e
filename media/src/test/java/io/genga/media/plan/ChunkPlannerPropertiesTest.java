package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.Rational;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Films of random groups of pictures: closed, open, long, with B-pyramids, at a steady rate or not. */
class ChunkPlannerPropertiesTest {

    /** How a group begins. */
    enum Opening {
        CLOSED,
        OPEN,
        INTRA_REFRESH,
        WITHOUT_KEY;

        boolean isEntry() {
            return this == CLOSED || this == OPEN;
        }
    }

    /**
     * @param miniGroups numbers of B-pictures before each P-picture
     * @param leading B-pictures shown before the group's first picture; none in a closed group
     */
    record Group(Opening opening, int leading, List<Integer> miniGroups) {}

    @Provide
    Arbitrary<PacketIndex> films() {
        Arbitrary<Group> group = Combinators.combine(
                        Arbitraries.of(Opening.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 7).list().ofMaxSize(12))
                .as(Group::new);
        return Combinators.combine(
                        group.list().ofMinSize(1).ofMaxSize(15),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(-500, 500))
                .as(ChunkPlannerPropertiesTest::film);
    }

    private static PacketIndex film(List<Group> groups, long seed, int start) {
        List<Integer> ranks = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        for (Group group : groups) {
            Opening opening = ranks.isEmpty() ? Opening.CLOSED : group.opening();
            int leading = opening == Opening.CLOSED ? 0 : group.leading();
            addMiniGroup(ranks, openings, opening, leading);
            group.miniGroups().forEach(between -> addMiniGroup(ranks, openings, Opening.WITHOUT_KEY, between));
        }
        long[] pts = risingPts(ranks.size(), new Random(seed), start);
        List<IndexedPacket> packets = new ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            Opening opening = openings.get(i);
            packets.add(new IndexedPacket(pts[ranks.get(i)], opening != Opening.WITHOUT_KEY, opening.isEntry(), true));
        }
        return new PacketIndex(new Rational(1, 90), packets);
    }

    /** An anchor, then the pictures shown before it, the middle one first as in a B-pyramid. */
    private static void addMiniGroup(List<Integer> ranks, List<Opening> openings, Opening opening, int between) {
        int first = ranks.size();
        ranks.add(first + between);
        openings.add(opening);
        for (int i = 0; i < between; i++) {
            ranks.add(first + (i + between / 2) % between);
            openings.add(Opening.WITHOUT_KEY);
        }
    }

    private static long[] risingPts(int count, Random random, long start) {
        long[] pts = new long[count];
        long next = start;
        for (int i = 0; i < count; i++) {
            pts[i] = next;
            next += 1 + random.nextInt(8);
        }
        return pts;
    }

    private static List<ChunkRange> plan(PacketIndex index, int milliseconds) {
        return new ChunkPlanner(Duration.ofMillis(milliseconds)).plan(index);
    }

    @Property
    void every_frame_is_kept_once_and_in_order(
            @ForAll("films") PacketIndex index, @ForAll @IntRange(min = 20, max = 4000) int milliseconds) {
        List<Long> kept = plan(index, milliseconds).stream()
                .flatMap(chunk -> chunk.pts().stream())
                .toList();

        assertThat(kept)
                .containsExactlyElementsOf(index.packets().stream()
                        .map(IndexedPacket::pts)
                        .sorted()
                        .toList());
    }

    @Property
    void the_packets_of_a_chunk_begin_with_an_entry_and_hold_every_frame_it_keeps(
            @ForAll("films") PacketIndex index, @ForAll @IntRange(min = 20, max = 4000) int milliseconds) {
        assertThat(plan(index, milliseconds)).allSatisfy(chunk -> {
            List<IndexedPacket> packets =
                    index.packets().subList(chunk.firstPacket(), chunk.firstPacket() + chunk.packetCount());
            assertThat(packets.get(0).entry()).isTrue();
            assertThat(packets).extracting(IndexedPacket::pts).containsAll(chunk.pts());
            assertThat(packets.get(packets.size() - 1).pts()).isIn(chunk.pts());
        });
    }

    @Property
    void lead_in_is_worth_it(
            @ForAll("films") PacketIndex index, @ForAll @IntRange(min = 20, max = 4000) int milliseconds) {
        assertThat(plan(index, milliseconds)).allSatisfy(chunk -> {
            long leadIn =
                    index.packets().subList(chunk.firstPacket(), chunk.firstPacket() + chunk.packetCount()).stream()
                            .takeWhile(packet -> packet.pts() < chunk.pts().get(0)
                                    || packet.pts()
                                            > chunk.pts().get(chunk.pts().size() - 1))
                            .count();
            assertThat(leadIn).isLessThanOrEqualTo(4L * chunk.pts().size());
        });
    }

    @Property
    void chunks_are_not_much_longer_than_the_target_unless_lead_in_demands_it(
            @ForAll("films") PacketIndex index, @ForAll @IntRange(min = 20, max = 4000) int milliseconds) {
        double targets = index.packets().stream().allMatch(IndexedPacket::key) ? 3.5 : 2;
        double longest = targets * milliseconds / 1000 * 90 + 8;
        assertThat(plan(index, milliseconds)).allSatisfy(chunk -> {
            List<Long> pts = chunk.pts();
            boolean isShort = pts.get(pts.size() - 1) - pts.get(0) <= longest;
            boolean hasLeadIn = chunk.packetCount() > pts.size();
            assertThat(isShort || hasLeadIn).isTrue();
        });
    }
}
