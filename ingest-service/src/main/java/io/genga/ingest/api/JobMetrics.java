package io.genga.ingest.api;

import io.genga.contracts.event.JobState;
import io.genga.runtime.jobs.JobStatusBoard;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** How many jobs are in each state, for Prometheus: {@code genga_jobs}. */
@ApplicationScoped
public class JobMetrics {

    private final JobStatusBoard board;
    private final MeterRegistry meters;

    JobMetrics(JobStatusBoard board, MeterRegistry meters) {
        this.board = board;
        this.meters = meters;
    }

    void register(@Observes StartupEvent event) {
        for (JobState state : JobState.values()) {
            Gauge.builder("genga.jobs", board, known -> known.count(state))
                    .description("Jobs by state, those that ended included")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }
}
