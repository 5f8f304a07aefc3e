package io.genga.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With work that drops the first frames, gives the others two frames later, and the rest at the end. */
@Timeout(30)
class SequenceStageTest {

    private static final FrameFormat PIXEL = new FrameFormat(PixelLayout.RGB_8, 1, 1);
    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "tv", "left");
    private static final int DROPPED = 3;
    private static final int DELAY = 2;

    private final FramePool pool = new FramePool();
    private final List<Long> arrived = new ArrayList<>();
    private final DelayingWork work = new DelayingWork();
    private long given;

    @Test
    void what_comes_later_comes_in_order_and_whole() {
        PipelineResult result = run(20, frame -> true);

        assertThat(result.complete()).isTrue();
        assertThat(arrived)
                .containsExactlyElementsOf(LongStream.range(DROPPED, 20).boxed().toList());
        assertThat(result.timings().stages().get("sequence").busy()).isNotNegative();
        assertThat(pool.open()).isZero();
    }

    @Test
    void a_film_shorter_than_the_delay_comes_at_the_end() {
        assertThat(run(4, frame -> true).complete()).isTrue();

        assertThat(arrived).containsExactly(3L);
        assertThat(pool.open()).isZero();
    }

    @Test
    void it_stops_between_two_pieces_of_work_and_what_is_held_is_its_owners_to_close() {
        assertThat(run(1000, frame -> frame.pts() < 10).complete()).isFalse();

        assertThat(arrived).endsWith(10L);
        assertThat(work.ended).isFalse();
        work.held.forEach(Frame::close);
        assertThat(pool.open()).isZero();
    }

    @Test
    void what_fails_within_it_is_thrown() {
        work.failing = 7;

        assertThatThrownBy(() -> run(1000, frame -> true)).hasMessage("frame 7");

        work.held.forEach(Frame::close);
        assertThat(pool.open()).isZero();
    }

    private PipelineResult run(int frames, Predicate<Frame> last) {
        return new FramePipeline(
                        new Stage.Source(
                                "source",
                                () -> given < frames
                                        ? Optional.of(pool.acquire(PIXEL, given++, COLOUR))
                                        : Optional.empty()),
                        List.of(new Stage.Sequence("sequence", work)),
                        new Stage.Sink(
                                "sink",
                                taken -> {
                                    arrived.add(taken.pts());
                                    return last.test(taken);
                                },
                                () -> {}),
                        1)
                .run();
    }

    private static final class DelayingWork implements SequenceWork {

        private final Deque<Frame> held = new ArrayDeque<>();
        private boolean ended;
        private long failing = -1;

        @Override
        public void take(Frame frame) {
            held.addLast(frame);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public boolean isReady() {
            return !held.isEmpty() && (ended || held.size() > DELAY);
        }

        @Override
        public Optional<Frame> next() {
            if (held.getFirst().pts() == failing) {
                throw new IllegalStateException("frame " + failing);
            }
            Frame frame = held.removeFirst();
            if (frame.pts() < DROPPED) {
                frame.close();
                return Optional.empty();
            }
            return Optional.of(frame);
        }
    }
}
