package io.genga.assembler.decide.rules;

import io.genga.contracts.event.JobEvent;
import io.genga.contracts.topic.Topic;

/** Takes what was decided; others see it once the transaction is committed. */
public interface Outbox {

    <E extends JobEvent> void send(Topic<E> topic, E event);
}
