package io.genga.assembler.decide.store;

import io.genga.assembler.decide.state.Job;
import io.genga.contracts.id.JobId;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** One small record for each job. */
public final class JobStore {

    private final KeyValueStore<String, Job> jobs;

    JobStore(KeyValueStore<String, Job> jobs) {
        this.jobs = jobs;
    }

    public Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id.value()));
    }

    public void put(Job job) {
        jobs.put(job.id().value(), job);
    }

    public void delete(JobId id) {
        jobs.delete(id.value());
    }
}
