package io.genga.extractor;

import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.topic.Topics;
import io.genga.media.encode.IncapableEncoderException;
import io.genga.media.probe.RefusedMediaException;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkHandler;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectStoreUnavailableException;
import io.genga.runtime.work.ActiveWork;
import io.genga.runtime.work.WorkReporter;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/** What one slot does with an arrival. */
final class SplitHandler implements WorkHandler<VideoArrived> {

    private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

    private final VideoSplitter splitter;
    private final Predicate<JobId> ended;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final WorkerId worker;
    private final Clock clock = Clock.systemUTC();

    SplitHandler(
            VideoSplitter splitter,
            Predicate<JobId> ended,
            WorkReporter reporter,
            EventPublisher publisher,
            WorkerId worker) {
        this.splitter = splitter;
        this.ended = ended;
        this.reporter = reporter;
        this.publisher = publisher;
        this.worker = worker;
    }

    @Override
    public WorkOutcome handle(VideoArrived arrival, WorkContext context) throws IOException {
        if (ended.test(arrival.job())) {
            return new Done();
        }
        try (ActiveWork work = reporter.begin(started(arrival), context.trace())) {
            splitter.split(arrival, new SplitContext(context, () -> ended.test(arrival.job()), work));
        } catch (RefusedMediaException | UnusableNetworkException | IncapableEncoderException e) {
            reject(arrival, e.getMessage(), context.trace());
        } catch (ObjectStoreUnavailableException e) {
            return new RetryLater(STORE_PAUSE, e.getMessage());
        } catch (SplitStoppedException e) {
            return ended.test(arrival.job()) ? new Done() : new RetryLater(Duration.ZERO, "stopped between packets");
        }
        return new Done();
    }

    @Override
    public void onDeadLetter(VideoArrived arrival, String reason, TraceContext trace) {
        reject(arrival, arrival.name() + " could not be split, after several tries: " + reason, trace);
    }

    private void reject(VideoArrived arrival, String reason, TraceContext trace) {
        publisher.publish(Topics.VIDEO_REJECTED, new VideoRejected(arrival.tenant(), arrival.job(), reason), trace);
    }

    private WorkProgress started(VideoArrived arrival) {
        return new WorkProgress(
                arrival.tenant(),
                arrival.job(),
                WorkProgress.Stage.SPLIT,
                null,
                AttemptId.draw(clock),
                worker,
                WorkProgress.Phase.STARTED,
                0);
    }
}
