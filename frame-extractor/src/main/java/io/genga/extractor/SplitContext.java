package io.genga.extractor;

import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.work.WorkContext;
import io.genga.runtime.work.ActiveWork;
import java.util.function.BooleanSupplier;

/** The circumstances of one attempt to split a video. */
record SplitContext(WorkContext queue, BooleanSupplier jobEnded, ActiveWork work) {

    TraceContext trace() {
        return queue.trace();
    }

    /**
     * @throws SplitStoppedException where going on is of no use, or not allowed
     */
    void requireGoingOn() {
        if (queue.stopRequested() || jobEnded.getAsBoolean()) {
            throw new SplitStoppedException();
        }
    }
}
