package io.genga.messaging.work;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.id.JobId;
import io.genga.messaging.cloudevents.TraceContext;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Does as it is told, and keeps what it was asked. */
final class RecordingHandler implements WorkHandler<JobCommand> {

    private static final int HANG_SECONDS = 60;

    /** One call of {@link #handle}. */
    record Call(JobId job, int deliveryCount) {}

    /** What a handler does with a record. */
    interface Behaviour {
        WorkOutcome handle(JobCommand event, WorkContext context) throws Exception;
    }

    final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    final BlockingQueue<JobId> finished = new LinkedBlockingQueue<>();
    final List<String> deadLetters = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    RecordingHandler(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    static RecordingHandler quick() {
        return new RecordingHandler((event, context) -> new Done());
    }

    @Override
    public WorkOutcome handle(JobCommand event, WorkContext context) throws Exception {
        calls.add(new Call(event.job(), context.deliveryCount()));
        WorkOutcome outcome = behaviour.handle(event, context);
        if (outcome instanceof Done) {
            finished.add(event.job());
        }
        return outcome;
    }

    @Override
    public void onDeadLetter(JobCommand event, String reason, TraceContext trace) {
        deadLetters.add(reason);
    }

    Call nextCall() throws InterruptedException {
        return required(calls.poll(HANG_SECONDS, TimeUnit.SECONDS));
    }

    JobId nextFinished() throws InterruptedException {
        return required(finished.poll(HANG_SECONDS, TimeUnit.SECONDS));
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw new AssertionError("nothing happened within " + HANG_SECONDS + " s");
        }
        return value;
    }
}
