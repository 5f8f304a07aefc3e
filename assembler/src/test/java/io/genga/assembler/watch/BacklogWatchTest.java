package io.genga.assembler.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.Event;
import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BacklogWatchTest {

    private static final PoolName GPU = new PoolName("gpu-16g");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final Published published = new Published();

    @Test
    void the_backlog_of_every_pool_is_published() throws InterruptedException {
        Answers answers = new Answers(() -> OptionalLong.of(0), () -> OptionalLong.of(7));
        try (BacklogWatch watch = start(answers, Duration.ofDays(1))) {
            assertThat(published.next()).isEqualTo(new PoolBacklog(PoolName.CPU, 0, CLOCK.instant()));
            assertThat(published.next()).isEqualTo(new PoolBacklog(GPU, 7, CLOCK.instant()));
        }
        assertThat(answers.closed).isTrue();
    }

    @Test
    void a_look_that_fails_hides_no_other() throws InterruptedException {
        Answers answers = new Answers(
                () -> {
                    throw new IllegalStateException("the broker is away");
                },
                () -> OptionalLong.of(3),
                () -> OptionalLong.of(4));
        try (BacklogWatch watch = start(answers, Duration.ofMillis(1))) {
            assertThat(published.next()).isEqualTo(new PoolBacklog(GPU, 3, CLOCK.instant()));
            assertThat(published.next()).isEqualTo(new PoolBacklog(PoolName.CPU, 4, CLOCK.instant()));
        }
    }

    @Test
    void nothing_is_said_of_a_pool_that_never_had_a_worker() throws InterruptedException {
        Answers answers = new Answers(OptionalLong::empty, () -> OptionalLong.of(3));
        try (BacklogWatch watch = start(answers, Duration.ofDays(1))) {
            assertThat(published.next().pool()).isEqualTo(GPU);
        }
    }

    private BacklogWatch start(PoolLag lag, Duration interval) {
        return BacklogWatch.start(lag, published, List.of(PoolName.CPU, GPU), interval, CLOCK);
    }

    /** Gives its answers in turn, then knows nothing. */
    private static final class Answers implements PoolLag {

        private final Queue<Supplier<OptionalLong>> answers;
        private volatile boolean closed;

        @SafeVarargs
        Answers(Supplier<OptionalLong>... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public OptionalLong of(PoolName pool) {
            Supplier<OptionalLong> answer = answers.poll();
            return answer == null ? OptionalLong.empty() : answer.get();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Published implements EventPublisher {

        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        @Override
        public <E extends Event> void publish(Topic<E> topic, E event, TraceContext trace) {
            events.add(event);
        }

        PoolBacklog next() throws InterruptedException {
            return (PoolBacklog) events.poll(30, TimeUnit.SECONDS);
        }
    }
}
