package io.genga.messaging.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.id.JobId;
import io.genga.embedded.kafka.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What the work queue promises, against a real broker. */
class WorkQueueTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private WorkBench bench;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(directory, 0);
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void newTopic(TestInfo test) {
        bench = new WorkBench(kafka, "test-" + NUMBER.incrementAndGet());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void several_slots_share_the_work_and_each_record_is_done_once() throws InterruptedException {
        List<JobId> jobs = bench.publish(40);
        RecordingHandler handler = RecordingHandler.quick();

        try (WorkQueue<JobCommand> first = bench.slot(handler, WorkBench.IMPATIENT);
                WorkQueue<JobCommand> second = bench.slot(handler, WorkBench.IMPATIENT)) {
            List<JobId> done = new ArrayList<>();
            while (done.size() < jobs.size()) {
                done.add(handler.nextFinished());
            }
            assertThat(done).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(first.healthy() && second.healthy()).isTrue();
        }
        assertThat(handler.finished).isEmpty();
    }

    @Test
    void work_of_five_locks_length_is_delivered_once() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            boolean released = never.await(WorkBench.LOCK.multipliedBy(5).toMillis(), TimeUnit.MILLISECONDS);
            assertThat(released || context.stopRequested()).isFalse();
            return new Done();
        });
        JobId slow = bench.publish();

        try (WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT);
                WorkQueue<JobCommand> rival = bench.slot(handler, WorkBench.IMPATIENT)) {
            assertThat(handler.nextFinished()).isEqualTo(slow);
            JobId next = bench.publish();
            assertThat(handler.nextFinished()).isEqualTo(next);
            assertThat(slot.healthy() && rival.healthy()).isTrue();
        }
        assertThat(handler.calls.stream().map(RecordingHandler.Call::job).filter(slow::equals))
                .hasSize(1);
    }

    @Test
    void the_record_of_a_dead_member_is_done_by_another() throws InterruptedException {
        JobId job = bench.publish();
        RecordingHandler handler = RecordingHandler.quick();

        try (ShareSlot dead = bench.deadMember();
                WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT)) {
            RecordingHandler.Call call = handler.nextCall();
            assertThat(call).isEqualTo(new RecordingHandler.Call(job, 2));
            assertThat(slot.healthy() && !dead.renewalInterval().isZero()).isTrue();
        }
    }

    @Test
    void a_record_that_keeps_failing_becomes_a_dead_letter_and_blocks_nobody() throws InterruptedException {
        JobId poison = bench.publish();
        JobId next = bench.publish();
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (event.job().equals(poison)) {
                throw new IllegalStateException("indigestible");
            }
            return new Done();
        });

        try (WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT.withMaxAttempts(3))) {
            assertThat(handler.nextFinished()).isEqualTo(next);
            assertThat(slot.healthy()).isTrue();
        }

        assertThat(handler.calls.stream().filter(call -> call.job().equals(poison)))
                .hasSize(3);
        assertThat(handler.deadLetters).containsExactly("indigestible");
        ConsumerRecord<byte[], byte[]> letter = bench.deadLetters().get(0);
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(poison.value());
        assertThat(header(letter, "genga-dead-letter-reason")).isEqualTo("indigestible");
        assertThat(header(letter, "ce_type")).isEqualTo("io.genga.test.v1");
    }

    @Test
    void what_cannot_be_read_becomes_a_dead_letter_at_once() throws Exception {
        bench.publishGarbage();
        JobId next = bench.publish();
        RecordingHandler handler = RecordingHandler.quick();

        try (WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT)) {
            assertThat(handler.nextFinished()).isEqualTo(next);
            assertThat(slot.healthy()).isTrue();
        }

        assertThat(handler.calls).hasSize(1);
        assertThat(bench.deadLetters().get(0).value()).containsExactly(1, 2, 3);
    }

    @Test
    void a_record_is_held_through_a_pause_longer_than_its_lock() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        RecordingHandler handler = new RecordingHandler((event, context) -> calls.incrementAndGet() == 1
                ? new RetryLater(WorkBench.LOCK.multipliedBy(2), "the store is down")
                : new Done());
        JobId job = bench.publish();

        try (WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT);
                WorkQueue<JobCommand> rival = bench.slot(handler, WorkBench.IMPATIENT)) {
            assertThat(handler.nextFinished()).isEqualTo(job);
            assertThat(slot.healthy() && rival.healthy()).isTrue();
        }
        assertThat(handler.calls).allMatch(call -> call.deliveryCount() == 1).hasSize(2);
    }

    @Test
    void work_past_its_deadline_is_asked_to_stop_and_tried_again() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            if (calls.incrementAndGet() > 1) {
                return new Done();
            }
            while (!context.stopRequested()) {
                Thread.onSpinWait();
            }
            return new RetryLater(Duration.ZERO, "stopped");
        });
        JobId job = bench.publish();

        try (WorkQueue<JobCommand> slot =
                bench.slot(handler, WorkBench.IMPATIENT.withDeadline(Duration.ofMillis(300)))) {
            assertThat(handler.nextFinished()).isEqualTo(job);
            assertThat(slot.healthy()).isTrue();
        }
    }

    @Test
    void draining_lets_running_work_end_and_takes_no_more() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler((event, context) -> {
            mayEnd.await();
            return new Done();
        });
        JobId running = bench.publish();
        JobId waiting = bench.publish();

        WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT.withDrainTimeout(Duration.ofMinutes(1)));
        handler.nextCall();
        slot.drain();
        mayEnd.countDown();
        slot.close();

        assertThat(handler.finished).containsExactly(running);
        RecordingHandler successor = RecordingHandler.quick();
        try (WorkQueue<JobCommand> other = bench.slot(successor, WorkBench.IMPATIENT)) {
            assertThat(successor.nextCall()).isEqualTo(new RecordingHandler.Call(waiting, 1));
            assertThat(other.healthy()).isTrue();
        }
    }

    @Test
    void work_that_does_not_end_in_time_is_handed_back() throws InterruptedException {
        JobId job = bench.publish();
        RecordingHandler stubborn = new RecordingHandler((event, context) -> {
            while (!context.stopRequested()) {
                Thread.onSpinWait();
            }
            return new RetryLater(Duration.ZERO, "stopped");
        });
        WorkQueue<JobCommand> slot = bench.slot(stubborn, WorkBench.IMPATIENT.withDrainTimeout(Duration.ofMillis(200)));
        stubborn.nextCall();

        slot.close();

        RecordingHandler successor = RecordingHandler.quick();
        try (WorkQueue<JobCommand> other = bench.slot(successor, WorkBench.IMPATIENT)) {
            assertThat(successor.nextCall()).isEqualTo(new RecordingHandler.Call(job, 2));
            assertThat(other.healthy()).isTrue();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
