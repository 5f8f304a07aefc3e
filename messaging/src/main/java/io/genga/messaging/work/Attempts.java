package io.genga.messaging.work;

import io.genga.contracts.event.JobEvent;
import io.genga.messaging.cloudevents.Received;
import io.genga.messaging.cloudevents.TraceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All attempts of one slot at one record, on the compute thread, while the poll thread keeps the record's lock. It ends when the
 * work is done, is given up, or is to stop.
 */
final class Attempts<E extends JobEvent> implements Callable<Verdict>, WorkContext {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private static final Instant NEVER = Instant.MAX;
    private static final Duration NOT_YET = Duration.ofNanos(-1);

    private final Received<E> received;
    private final int deliveryCount;
    private final WorkHandler<E> handler;
    private final WorkQueueSettings settings;
    private final DeadLetter deadLetter;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant deadline;

    /** Puts the record where dead letters go; returns when it is safely there. */
    interface DeadLetter {
        void write(String reason);
    }

    Attempts(
            Received<E> received,
            int deliveryCount,
            WorkHandler<E> handler,
            WorkQueueSettings settings,
            DeadLetter deadLetter,
            Clock clock) {
        this.received = received;
        this.deliveryCount = deliveryCount;
        this.handler = handler;
        this.settings = settings;
        this.deadLetter = deadLetter;
        this.clock = clock;
        this.deadline = clock.instant().plus(settings.deadline());
    }

    @Override
    public Verdict call() throws InterruptedException {
        int failures = deliveryCount - 1;
        while (!stopRequested()) {
            deadline = clock.instant().plus(settings.deadline());
            WorkOutcome outcome;
            try {
                outcome = handler.handle(received.event(), this);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                failures++;
                LOG.warn(
                        "attempt {} at job {} failed",
                        failures,
                        received.event().job(),
                        e);
                outcome = failures >= settings.maxAttempts()
                        ? new GiveUp(describe(e))
                        : new RetryLater(settings.backoffAfter(failures), describe(e));
            }
            if (outcome instanceof Done) {
                return Verdict.FINISHED;
            }
            if (outcome instanceof GiveUp giveUp) {
                return bury(giveUp.reason());
            }
            pause((RetryLater) outcome);
        }
        return Verdict.HANDED_BACK;
    }

    /** With its kind, since many a message is a mere file name. */
    private static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Where the platform cannot be told that the work is given up, it is not: telling it is tried until it succeeds. */
    private Verdict bury(String reason) throws InterruptedException {
        int failures = 0;
        while (!stopRequested()) {
            try {
                deadLetter.write(reason);
                handler.onDeadLetter(received.event(), reason, received.trace());
                return Verdict.DEAD;
            } catch (RuntimeException e) {
                failures++;
                LOG.warn(
                        "job {} could not be told that its work is given up",
                        received.event().job(),
                        e);
                pause(new RetryLater(settings.backoffAfter(failures), describe(e)));
            }
        }
        return Verdict.HANDED_BACK;
    }

    private void pause(RetryLater later) throws InterruptedException {
        LOG.info("job {} is tried again in {}: {}", received.event().job(), later.after(), later.reason());
        deadline = NEVER;
        if (stop.await(later.after().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("the pause of job {} was cut short", received.event().job());
        }
    }

    void requestStop() {
        stop.countDown();
    }

    /** Time since the attempt should have ended; negative before. */
    Duration overdue() {
        return pausing() ? NOT_YET : Duration.between(deadline, clock.instant());
    }

    /** Whether the record is only held until its next attempt. */
    boolean pausing() {
        return deadline.equals(NEVER);
    }

    @Override
    public TraceContext trace() {
        return received.trace();
    }

    @Override
    public int deliveryCount() {
        return deliveryCount;
    }

    @Override
    public boolean stopRequested() {
        return stop.getCount() == 0;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }
}
