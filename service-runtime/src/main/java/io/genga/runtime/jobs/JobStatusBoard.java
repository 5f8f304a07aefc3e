package io.genga.runtime.jobs;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.Received;
import io.genga.messaging.follow.TopicFollower;
import io.genga.runtime.kafka.PlatformTopics;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What is known of every job, followed from the compacted topic {@code job.status}. It lags a moment behind the truth, never
 * ahead of it. Safe for use by several threads.
 */
@ApplicationScoped
public class JobStatusBoard {

    private final Map<JobId, JobStatus> latest = new ConcurrentHashMap<>();
    private final List<Consumer<JobStatus>> listeners = new CopyOnWriteArrayList<>();
    private final KafkaConnection connection;
    private final PlatformTopics topics;
    private TopicFollower<JobStatus> follower;

    JobStatusBoard(KafkaConnection connection, PlatformTopics topics) {
        this.connection = connection;
        this.topics = topics;
    }

    @PostConstruct
    void start() {
        topics.ensureInstalled();
        follower = TopicFollower.start(connection, Topics.JOB_STATUS, this::accept);
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    public Optional<JobStatus> find(JobId job) {
        return Optional.ofNullable(latest.get(job));
    }

    /**
     * Tells the board of a job whose arrival was just published, so that it is known here before the topic says so.
     *
     * @param first its status
     * @return the latest that is known of the job: {@code first}, unless the job is an older one
     */
    public JobStatus expect(JobStatus first) {
        JobStatus known = latest.putIfAbsent(first.job(), first);
        if (known == null) {
            listeners.forEach(listener -> listener.accept(first));
        }
        return known == null ? first : known;
    }

    /** All jobs, the latest accepted first. */
    public List<JobStatus> all() {
        return latest.values().stream()
                .sorted(Comparator.comparing(JobStatus::acceptedAt).reversed())
                .toList();
    }

    /** How many jobs are in a state. */
    public long count(JobState state) {
        return latest.values().stream()
                .filter(status -> status.state() == state)
                .count();
    }

    /** Whether the job is known to have ended: nothing more should be done for it. */
    public boolean hasEnded(JobId job) {
        return find(job).map(JobStatus::state).filter(JobState::ended).isPresent();
    }

    /**
     * Calls {@code listener} for every status from now on, on the thread that reads the topic or expects a job; the listener
     * must be quick.
     *
     * @return ends the listening when closed
     */
    public Listening listen(Consumer<JobStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Returns once everything is known that had been published before the start. */
    public void awaitCaughtUp(Duration limit) {
        follower.awaitCaughtUp(limit);
    }

    private void accept(Received<JobStatus> received) {
        JobStatus status = received.event();
        latest.put(status.job(), status);
        listeners.forEach(listener -> listener.accept(status));
    }

    /** A subscription. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
