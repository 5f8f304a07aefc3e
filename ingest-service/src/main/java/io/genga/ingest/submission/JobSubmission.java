package io.genga.ingest.submission;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.publish.PublishException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The one door through which jobs come in and commands go out. */
@ApplicationScoped
public class JobSubmission {

    private final EventPublisher publisher;
    private final Clock clock = Clock.systemUTC();

    public JobSubmission(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * A job to be.
     *
     * @param name what people call the video
     * @param retryOf null for a first try
     */
    public record NewJob(
            TenantId tenant, JobId job, String name, SourceObject source, RemasterRequest request, JobId retryOf) {}

    /**
     * Publishes the arrival. Submitting the same job again changes nothing.
     *
     * @return the arrival as published
     * @throws PublishException where Kafka did not confirm it: the job may or may not exist, submit it again
     */
    public VideoArrived submit(NewJob job) {
        VideoArrived arrival = new VideoArrived(
                job.tenant(), job.job(), job.name(), job.source(), job.request(), clock.instant(), job.retryOf());
        publisher.publish(Topics.VIDEO_ARRIVED, arrival, TraceContext.root());
        return arrival;
    }

    /** Asks for the end of a job; a job that has ended stays as it is. */
    public void cancel(TenantId tenant, JobId job) {
        publisher.publish(
                Topics.JOB_COMMAND, new JobCommand(tenant, job, JobCommand.Command.CANCEL), TraceContext.root());
    }
}
