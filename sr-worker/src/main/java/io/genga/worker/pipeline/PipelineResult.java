package io.genga.worker.pipeline;

import io.genga.contracts.event.PipelineTimings;

/**
 * How a pipeline ran.
 *
 * @param complete whether every frame passed it; false where it was stopped
 */
public record PipelineResult(boolean complete, PipelineTimings timings) {}
