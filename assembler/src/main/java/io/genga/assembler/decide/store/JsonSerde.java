package io.genga.assembler.decide.store;

import io.genga.contracts.json.ContractJson;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** State as JSON: readable by people, and by a later version that knows more fields. */
final class JsonSerde {

    private JsonSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : ContractJson.write(value),
                (topic, json) -> json == null ? null : ContractJson.read(json, type));
    }
}
