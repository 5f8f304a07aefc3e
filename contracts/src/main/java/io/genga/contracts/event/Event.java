package io.genga.contracts.event;

/** Whatever travels through Kafka. */
public sealed interface Event permits JobEvent, PoolBacklog {}
