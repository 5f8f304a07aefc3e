package io.genga.assembler.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BacklogWatchTest {

    private static final PoolName GPU = new PoolName("gpu-16g");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final BlockingQueue<PoolBacklog> published = new LinkedBlockingQueue<>();

    @Test
    void the_backlog_of_every_pool_is_published() throws InterruptedException {
        try (BacklogWatch watch = BacklogWatch.start(
                List.of(PoolName.CPU, GPU),
                Duration.ofDays(1),
                pool -> pool.equals(GPU) ? 7 : 0,
                published::add,
                CLOCK)) {
            assertThat(next()).isEqualTo(new PoolBacklog(PoolName.CPU, 0, CLOCK.instant()));
            assertThat(next()).isEqualTo(new PoolBacklog(GPU, 7, CLOCK.instant()));
        }
    }

    @Test
    void a_pool_that_cannot_be_observed_is_tried_again_and_hides_no_other() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        try (BacklogWatch watch = BacklogWatch.start(
                List.of(PoolName.CPU, GPU),
                Duration.ofMillis(1),
                pool -> {
                    if (pool.equals(PoolName.CPU) && asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("the broker is away");
                    }
                    return 3;
                },
                published::add,
                CLOCK)) {
            assertThat(next().pool()).isEqualTo(GPU);
            assertThat(next().pool()).isEqualTo(PoolName.CPU);
        }
    }

    private PoolBacklog next() throws InterruptedException {
        return published.poll(30, TimeUnit.SECONDS);
    }
}
