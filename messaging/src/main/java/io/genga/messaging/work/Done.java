package io.genga.messaging.work;

/** Nothing is left to do: the record is accepted. All that it caused has been published before. */
public record Done() implements WorkOutcome {}
