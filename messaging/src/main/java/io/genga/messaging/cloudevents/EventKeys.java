package io.genga.messaging.cloudevents;

import io.genga.contracts.event.Event;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.event.PoolBacklog;

/** The Kafka keys of events: what belongs together shares a partition. */
public final class EventKeys {

    private EventKeys() {}

    /** The job of an event about a job, the pool of one about a pool. */
    public static String of(Event event) {
        if (event instanceof JobEvent jobEvent) {
            return jobEvent.job().value();
        }
        return ((PoolBacklog) event).pool().value();
    }
}
