package io.genga.messaging.work;

import org.apache.kafka.clients.consumer.AcknowledgeType;

/** What becomes of a record once its work has ended. */
enum Verdict {
    FINISHED(AcknowledgeType.ACCEPT),
    DEAD(AcknowledgeType.REJECT),
    HANDED_BACK(AcknowledgeType.RELEASE);

    private final AcknowledgeType acknowledgement;

    Verdict(AcknowledgeType acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    AcknowledgeType acknowledgement() {
        return acknowledgement;
    }
}
