package io.genga.contracts.topic;

/** How a topic is kept. */
public enum TopicKind {
    /** What happened; read by consumers that each follow the whole log. */
    FACTS,
    /** What is to be done; read by one share group, with a dead-letter topic beside it. */
    WORK,
    /** The latest value of every key, for ever. */
    LATEST
}
