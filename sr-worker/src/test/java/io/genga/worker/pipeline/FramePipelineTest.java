package io.genga.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of one pixel, whose time stamp is their number. A test that hangs has found a deadlock. */
@Timeout(30)
class FramePipelineTest {

    private static final FrameFormat PIXEL = new FrameFormat(PixelLayout.RGB_8, 1, 1);
    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "tv", "left");
    private static final int STEPS = 3;
    private static final int STAGES = STEPS + 2;

    private final FramePool pool = new FramePool();
    private final List<Long> arrived = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean finished = new AtomicBoolean();

    @Test
    void every_frame_passes_every_stage_in_order() {
        PipelineResult result = pipeline(1000, 2, frame -> frame, frame -> true).run();

        assertThat(result.complete()).isTrue();
        assertThat(arrived)
                .containsExactlyElementsOf(LongStream.range(0, 1000)
                        .map(number -> number + STEPS)
                        .boxed()
                        .toList());
        assertThat(finished).isTrue();
        assertThat(result.timings().stages()).containsOnlyKeys("source", "step-0", "step-1", "step-2", "sink");
        assertThat(pool.open()).isZero();
    }

    @Test
    void nothing_is_a_film_too() {
        assertThat(pipeline(0, 1, frame -> frame, frame -> true).run().complete())
                .isTrue();
        assertThat(finished).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_stage_that_is_slow_holds_back_those_before_it(int bound) {
        int onTheirWay = bound * (STAGES - 1) + STAGES;

        pipeline(500, bound, frame -> frame, frame -> {
                    if (frame.pts() == STEPS) {
                        // Full: nobody can go on but this stage. Before that a step may hold what it takes and what it
                        // makes.
                        await(() -> made.get() == onTheirWay && pool.open() == onTheirWay);
                        assertThat(made).hasValue(onTheirWay);
                    }
                    return true;
                })
                .run();

        assertThat(arrived).hasSize(500);
        assertThat(pool.created())
                .isBetween(onTheirWay, onTheirWay + STEPS); // a step holds what it takes and what it makes
        assertThat(pool.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void what_fails_first_is_thrown_as_it_is_and_nothing_stays_open(int stage) {
        RuntimeException failure = new IllegalStateException("stage " + stage);

        FramePipeline pipeline = failing(stage, 40, failure);

        assertThatThrownBy(pipeline::run).isSameAs(failure);
        assertThat(pool.open()).isZero();
        assertThat(finished).isFalse();
        assertThat(stageThreads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_failure_at_the_first_frame_is_no_different(int stage) {
        Error failure = new OutOfMemoryError("stage " + stage);

        FramePipeline pipeline = failing(stage, 0, failure);

        assertThatThrownBy(pipeline::run).isSameAs(failure);
        assertThat(pool.open()).isZero();
    }

    @Test
    void a_failure_at_the_very_end_is_thrown() {
        RuntimeException failure = new IllegalStateException("disk full");
        FramePipeline pipeline = new FramePipeline(
                new Stage.Source("source", () -> next(10)),
                List.of(),
                new Stage.Sink("sink", frame -> true, () -> {
                    throw failure;
                }),
                1);

        assertThatThrownBy(pipeline::run).isSameAs(failure);
    }

    @Test
    void the_last_stage_stops_all_at_a_frame() {
        PipelineResult result = pipeline(Integer.MAX_VALUE, 2, frame -> frame, frame -> frame.pts() < 50)
                .run();

        assertThat(result.complete()).isFalse();
        assertThat(arrived).hasSize(50 - STEPS + 1);
        assertThat(finished).isFalse();
        assertThat(pool.open()).isZero();
        assertThat(stageThreads()).isEmpty();
    }

    @Test
    void an_interrupt_is_kept_for_others_and_loses_no_frame() {
        Thread.currentThread().interrupt();

        PipelineResult result = pipeline(200, 1, frame -> frame, frame -> true).run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.complete()).isTrue();
        assertThat(arrived).hasSize(200);
    }

    @Test
    void a_hand_over_without_room_is_refused() {
        assertThatThrownBy(() -> pipeline(1, 0, frame -> frame, frame -> true).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @RepeatedTest(200)
    void whatever_happens_whenever_every_frame_is_closed(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int stage = random.nextInt(STAGES);
        int frame = random.nextInt(30);
        boolean stops = random.nextBoolean();
        RuntimeException failure = new IllegalStateException("stage " + stage + ", frame " + frame);

        if (stops) {
            pipeline(60, 1 + random.nextInt(3), made -> made, done -> done.pts() < frame)
                    .run();
        } else {
            assertThatThrownBy(failing(stage, frame, failure)::run).isSameAs(failure);
        }

        assertThat(pool.open()).isZero();
        assertThat(stageThreads()).isEmpty();
    }

    /** One whose stage {@code failing}, counted from the source, fails at a frame. */
    private FramePipeline failing(int failing, int frame, Throwable failure) {
        AtomicInteger seen = new AtomicInteger();
        Runnable fail = () -> {
            if (seen.getAndIncrement() == frame) {
                sneak(failure);
            }
        };
        Runnable pass = () -> {};
        return new FramePipeline(
                new Stage.Source("source", () -> {
                    (failing == 0 ? fail : pass).run();
                    return next(60);
                }),
                IntStream.range(0, STEPS)
                        .<Stage.Between>mapToObj(step -> new Stage.Step("step-" + step, taken -> {
                            (failing == step + 1 ? fail : pass).run();
                            return successor(taken);
                        }))
                        .toList(),
                new Stage.Sink(
                        "sink",
                        taken -> {
                            (failing == STAGES - 1 ? fail : pass).run();
                            return true;
                        },
                        () -> finished.set(true)),
                2);
    }

    private FramePipeline pipeline(int frames, int bound, UnaryOperator<Frame> first, Predicate<Frame> last) {
        return new FramePipeline(
                new Stage.Source("source", () -> next(frames)),
                IntStream.range(0, STEPS)
                        .<Stage.Between>mapToObj(
                                step -> new Stage.Step("step-" + step, taken -> successor(first.apply(taken))))
                        .toList(),
                new Stage.Sink(
                        "sink",
                        taken -> {
                            arrived.add(taken.pts());
                            return last.test(taken);
                        },
                        () -> finished.set(true)),
                bound);
    }

    private Optional<Frame> next(int frames) {
        return made.get() == frames
                ? Optional.empty()
                : Optional.of(pool.acquire(PIXEL, made.getAndIncrement(), COLOUR));
    }

    private Frame successor(Frame frame) {
        return pool.acquire(PIXEL, frame.pts() + 1, COLOUR);
    }

    private static void sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Those of this test's pipelines that have not ended. */
    private static List<String> stageThreads() {
        String prefix = Thread.currentThread().getName() + "-";
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix + "s"))
                .filter(FramePipelineTest::isAtWork)
                .map(Thread::getName)
                .toList();
    }

    /** A thread that has told its pipeline that it is done may live a moment longer. */
    private static boolean isAtWork(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(call -> call.getClassName().startsWith(Stage.class.getName()));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
