package io.genga.assembler.decide.state;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.time.Instant;

/** A job whose end was announced: remembered for a while, so that duplicates and stragglers change nothing. */
public record EndedJob(TenantId tenant, JobId id, Instant endedAt) implements Job {}
