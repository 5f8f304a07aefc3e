package io.genga.contracts.topic;

import io.genga.contracts.event.Event;

/**
 * A topic and what travels on it.
 *
 * @param name for example {@code genga.chunk.upscaled.v1}
 * @param eventClass the one kind of event on it
 * @param eventType the CloudEvents type of these events, for example {@code io.genga.chunk.upscaled.v1}
 */
public record Topic<E extends Event>(String name, Class<E> eventClass, String eventType, TopicKind kind) {

    /** Where records go that no consumer can do: {@code genga.chunk.requested.cpu.dlq.v1}. */
    public String deadLetterName() {
        return name.substring(0, name.length() - Topics.VERSION_SUFFIX.length()) + ".dlq" + Topics.VERSION_SUFFIX;
    }
}
