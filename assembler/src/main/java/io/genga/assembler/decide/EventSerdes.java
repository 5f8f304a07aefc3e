package io.genga.assembler.decide;

import io.genga.contracts.event.Event;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.topic.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

final class EventSerdes {

    private EventSerdes() {}

    static <E extends Event> Serde<E> of(Topic<E> topic, String source) {
        return Serdes.serdeFrom(
                (name, value) -> value == null ? null : ContractJson.write(value),
                (name, json) -> json == null ? null : ContractJson.read(json, topic.eventClass()));
    }
}
