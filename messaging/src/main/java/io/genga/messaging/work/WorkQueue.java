package io.genga.messaging.work;

import io.genga.contracts.event.JobEvent;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.EventDeserializer;
import io.genga.messaging.cloudevents.EventSerdes;
import io.genga.messaging.cloudevents.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One work slot: a member of a share group that takes one record at a time, has it handled on a thread of its own, and meanwhile
 * renews its lock, for as long as the work takes. A record that keeps failing becomes a dead letter; one that cannot be read becomes
 * one at once.
 */
public final class WorkQueue<E extends JobEvent> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final KafkaConnection connection;
    private final Topic<E> topic;
    private final String shareGroup;
    private final String name;
    private final WorkHandler<E> handler;
    private final WorkQueueSettings settings;
    private final EventDeserializer<E> reader;
    private final DeadLetters deadLetters;
    private final ExecutorService compute;
    private final Thread pollThread;
    private final Clock clock = Clock.systemUTC();
    private volatile ShareSlot slot;
    private volatile Instant drainingSince;
    private volatile boolean healthy = true;

    private ConsumerRecord<byte[], byte[]> held;
    private Work running;

    /** Work that goes on, and the record it belongs to. */
    private final class Work {
        private final ConsumerRecord<byte[], byte[]> record;
        private final Attempts<E> attempts;
        private final Future<Verdict> verdict;

        Work(ConsumerRecord<byte[], byte[]> record, Received<E> received) {
            this.record = record;
            int deliveryCount = record.deliveryCount().map(Short::intValue).orElse(1);
            this.attempts = new Attempts<>(
                    received, deliveryCount, handler, settings, reason -> deadLetters.write(record, reason), clock);
            this.verdict = compute.submit(attempts);
        }

        boolean isOf(ConsumerRecord<byte[], byte[]> other) {
            return other != null && other.partition() == record.partition() && other.offset() == record.offset();
        }
    }

    private WorkQueue(
            KafkaConnection connection,
            Topic<E> topic,
            String shareGroup,
            WorkHandler<E> handler,
            WorkQueueSettings settings,
            String name) {
        this.connection = connection;
        this.topic = topic;
        this.shareGroup = shareGroup;
        this.handler = handler;
        this.settings = settings;
        this.name = name;
        this.reader = EventSerdes.reader(topic);
        this.deadLetters = new DeadLetters(connection, topic);
        this.compute = Executors.newSingleThreadExecutor(task -> daemon(task, name + "-compute"));
        this.pollThread = daemon(this::run, name + "-poll");
    }

    /**
     * Joins the group and begins.
     *
     * @param topic exists
     * @param slotName for logs and thread names; unique within the process
     */
    public static <E extends JobEvent> WorkQueue<E> start(
            KafkaConnection connection,
            Topic<E> topic,
            String shareGroup,
            WorkHandler<E> handler,
            WorkQueueSettings settings,
            String slotName) {
        WorkQueue<E> queue = new WorkQueue<>(connection, topic, shareGroup, handler, settings, slotName);
        queue.slot = ShareSlot.join(connection, topic.name(), shareGroup, slotName);
        queue.pollThread.start();
        return queue;
    }

    /** Whether the slot takes work: false while Kafka cannot be reached, and for ever once it is stuck in work past its deadline. */
    public boolean healthy() {
        return healthy && pollThread.isAlive();
    }

    /** Takes no more work; running work gets {@link WorkQueueSettings#drainTimeout()} to end, then its record is handed back. */
    public void drain() {
        if (drainingSince == null) {
            drainingSince = clock.instant();
            slot.wakeUp();
        }
    }

    /** Drains, and returns when that is over. */
    @Override
    public void close() {
        drain();
        try {
            pollThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!finished()) {
                step();
            }
        } finally {
            compute.shutdownNow();
            slot.close();
            deadLetters.close();
        }
    }

    private boolean finished() {
        return drainingSince != null && held == null && (running == null || running.verdict.isDone());
    }

    private void step() {
        try {
            if (held == null) {
                take();
            } else {
                attend();
            }
            healthy = drainingSince == null;
        } catch (WakeupException e) {
            LOG.debug("{} was woken", name);
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("{} has trouble with {}: {}", name, topic.name(), e.toString());
            healthy = false;
            startAnew();
        }
    }

    private void take() {
        if (drainingSince != null) {
            awaitOrphan();
            return;
        }
        held = slot.take().orElse(null);
    }

    /** Work whose record was taken away goes on until it notices; meanwhile nothing else is begun. */
    private void awaitOrphan() {
        if (running != null && await(running, LOOK).isPresent()) {
            running = null;
        }
    }

    private void attend() {
        if (running == null) {
            running = begin(held);
        }
        if (running == null) {
            return;
        }
        Optional<Verdict> verdict = awaitVerdict(running);
        if (verdict.isPresent()) {
            conclude(verdict.get());
        } else {
            renew();
        }
    }

    /** Null where the record cannot be read; then it is a dead letter already. */
    private Work begin(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Work(record, reader.receive(record.topic(), record.headers(), record.value()));
        } catch (MalformedContractException e) {
            LOG.warn(
                    "{}-{}@{} cannot be read: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
            deadLetters.write(record, e.getMessage());
            slot.release(record, Verdict.DEAD);
            held = null;
            return null;
        }
    }

    private void conclude(Verdict verdict) {
        Work ended = running;
        running = null;
        if (ended.isOf(held)) {
            ConsumerRecord<byte[], byte[]> record = held;
            held = null;
            slot.release(record, verdict);
        }
    }

    private void renew() {
        ConsumerRecord<byte[], byte[]> before = held;
        held = null;
        held = slot.renew(before).orElse(null);
        if (running.isOf(before) && !running.isOf(held)) {
            LOG.warn("{}-{}@{} was taken away from {}", before.topic(), before.partition(), before.offset(), name);
            running.attempts.requestStop();
        }
    }

    /** Waits for the end of the work, until the record must be renewed. */
    private Optional<Verdict> awaitVerdict(Work work) {
        Instant renewal = clock.instant().plus(slot.renewalInterval());
        while (clock.instant().isBefore(renewal)) {
            Optional<Verdict> verdict = await(work, LOOK);
            if (verdict.isPresent()) {
                return verdict;
            }
            if (enforceLimits(work)) {
                return Optional.of(Verdict.HANDED_BACK);
            }
        }
        return Optional.empty();
    }

    /**
     * Asks work to stop that is past its deadline or hinders the draining, and gives it a while.
     *
     * @return whether it has used up that while, too
     */
    private boolean enforceLimits(Work work) {
        Duration late = lateness(work);
        if (!late.isNegative() || (drainingSince != null && work.attempts.pausing())) {
            work.attempts.requestStop();
        }
        boolean stuck = late.compareTo(settings.drainTimeout()) > 0;
        if (stuck) {
            LOG.error("{} is stuck in work past its limits; its record is handed back, the slot is lost", name);
            healthy = false;
            drain();
        }
        return stuck;
    }

    /** Time since the work should have ended; negative before. */
    private Duration lateness(Work work) {
        Duration overdue = work.attempts.overdue();
        if (drainingSince == null) {
            return overdue;
        }
        Duration overdrawn = Duration.between(drainingSince, clock.instant()).minus(settings.drainTimeout());
        return overdue.compareTo(overdrawn) > 0 ? overdue : overdrawn;
    }

    private static Optional<Verdict> await(WorkQueue<?>.Work work, Duration limit) {
        try {
            return Optional.of(work.verdict.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException | CancellationException e) {
            LOG.error("work ended in an error", e);
            return Optional.of(Verdict.HANDED_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Verdict.HANDED_BACK);
        }
    }

    /** Whatever is held is lost with the old membership; the work on it is told to stop. */
    private void startAnew() {
        held = null;
        if (running != null) {
            running.attempts.requestStop();
        }
        LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
        slot.close();
        slot = ShareSlot.join(connection, topic.name(), shareGroup, name);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
