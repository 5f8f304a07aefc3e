package io.genga.media.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.Rational;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawingTimelineTest {

    private static final Rational QUARTERS_OF_SECONDS = new Rational(1, 4);
    private static final Fingerprint FINGERPRINT = new Fingerprint("0".repeat(64));

    @Test
    void chunks_follow_one_another() {
        DrawingTimeline timeline = timeline(chunks(3, 2), shares(1.2, 0, 0.2), shares(1, 1));

        assertThat(timeline.frames()).isEqualTo(5);
        assertThat(timeline.heldFrames()).isEqualTo(1);
        assertThat(timeline.unknownFrames()).isZero();
        assertThat(timeline.inferencePixelShare()).isCloseTo(3.4 / 5, within(1e-6));
        assertThat(timeline.columns())
                .containsExactly(
                        new TimelineColumn(1, 0, 0, 0, 0),
                        new TimelineColumn(0, 0, 0, 1, 0),
                        new TimelineColumn(0, 0, 0.2, 0, 0),
                        new TimelineColumn(1, 0, 0, 0, 0),
                        new TimelineColumn(0, 1, 0, 0, 0));
        assertThat(timeline.chunkStarts()).containsExactly(3L);
        assertThat(timeline.seconds()).containsExactly(0.0, 0.5, 1.0);
        assertThat(timeline.summary())
                .isEqualTo(
                        "The network was run on 68 % of the picture of 5 frames; 1 of them hold the drawing before.");
        assertThat(timeline.description())
                .isEqualTo("Timeline: how much of the picture was computed, in 5 equal parts of the film:"
                        + " 100 %, 0 %, 20 %, 100 %, 100 %.");
    }

    @Test
    void of_what_nothing_was_noted_nothing_is_known() {
        DrawingTimeline timeline = timeline(chunks(1, 2, 1), shares(1), Optional.empty(), shares(0.5));

        assertThat(timeline.unknownFrames()).isEqualTo(2);
        assertThat(timeline.inferencePixelShare()).isEqualTo(0.75);
        assertThat(timeline.columns().subList(1, 3)).containsOnly(new TimelineColumn(0, 0, 0, 0, 1));
        assertThat(timeline.summary())
                .isEqualTo("The network was run on 75 % of the picture of 2 frames."
                        + " Nothing is known of 2 more: an older release computed them.");
        assertThat(timeline.description()).endsWith(": 100 %, unknown, unknown, 51 %.");
    }

    @Test
    void what_was_noted_of_another_number_of_frames_is_not_taken() {
        assertThat(timeline(chunks(2), shares(1, 0.5, 0.5)).unknownFrames()).isEqualTo(2);
    }

    @Test
    void a_film_of_which_nothing_is_known_says_so() {
        DrawingTimeline timeline = timeline(chunks(2, 2), Optional.empty(), Optional.empty());

        assertThat(timeline.summary()).isEqualTo("Nothing is known of what was computed: an older release did it.");
        assertThat(json(timeline)).doesNotContain("inferencePixelShare").contains("\"columns\":[{\"unknown\":1.0}");
    }

    @Test
    void the_longest_film_is_no_larger_than_a_screen_can_show() {
        int[] counts = new int[10_000];
        Arrays.fill(counts, 29);
        double[] drawn = new double[29];
        Arrays.setAll(drawn, frame -> frame == 0 ? 1.1 : frame % 3 == 0 ? 0.37 : 0);

        DrawingTimeline timeline = DrawingTimeline.of(
                chunks(counts),
                QUARTERS_OF_SECONDS,
                Collections.nCopies(10_000, Optional.of(ComputedShares.of(drawn))));

        assertThat(timeline.frames()).isEqualTo(290_000);
        assertThat(timeline.heldFrames()).isEqualTo(10_000 * 19);
        assertThat(timeline.columns()).hasSize(1000);
        assertThat(timeline.chunkStarts()).isEmpty();
        assertThat(timeline.seconds()).containsExactly(0.0, 36_250.0, 72_499.75);
        assertThat(json(timeline)).hasSizeLessThan(100_000);
    }

    @SafeVarargs
    private static DrawingTimeline timeline(List<PlannedChunk> chunks, Optional<ComputedShares>... shares) {
        return DrawingTimeline.of(chunks, QUARTERS_OF_SECONDS, List.of(shares));
    }

    private static Optional<ComputedShares> shares(double... shares) {
        return Optional.of(ComputedShares.of(shares));
    }

    /** Adjacent, with a frame at each tick from 7 on. */
    private static List<PlannedChunk> chunks(int... frameCounts) {
        long[] next = {7};
        return IntStream.range(0, frameCounts.length)
                .mapToObj(index -> {
                    long first = next[0];
                    next[0] += frameCounts[index];
                    List<Long> pts = LongStream.range(first, next[0]).boxed().toList();
                    return new PlannedChunk(index, FINGERPRINT, first, pts.size(), pts);
                })
                .toList();
    }

    private static String json(DrawingTimeline timeline) {
        return new String(ContractJson.write(timeline), StandardCharsets.UTF_8);
    }
}
