package io.genga.messaging.work;

/** How an attempt at a piece of work ended. An exception is an attempt that failed, and is tried again a few times. */
public sealed interface WorkOutcome permits Done, RetryLater, GiveUp {}
