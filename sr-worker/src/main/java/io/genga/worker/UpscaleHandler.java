package io.genga.worker;

import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.topic.Topics;
import io.genga.media.decode.MediaCorruptException;
import io.genga.media.encode.IncapableEncoderException;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkHandler;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectMissingException;
import io.genga.objectstore.ObjectStoreUnavailableException;
import io.genga.runtime.work.ActiveWork;
import io.genga.runtime.work.WorkReporter;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.inference.InsufficientMemoryException;
import io.genga.upscaling.inference.UnavailableDeviceException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** What one slot does with a request: look for a result, else compute it, then tell. */
final class UpscaleHandler implements WorkHandler<ChunkRequested> {

    private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

    /** Chunks are cut in less. */
    private static final Duration EXTRACTOR_PAUSE = Duration.ofSeconds(1);

    private final ChunkResults results;
    private final ChunkUpscaling upscaling;
    private final Predicate<JobId> ended;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final WorkerMetrics metrics;
    private final WorkerId worker;
    private final Clock clock = Clock.systemUTC();

    UpscaleHandler(
            ChunkResults results,
            ChunkUpscaling upscaling,
            Predicate<JobId> ended,
            WorkReporter reporter,
            EventPublisher publisher,
            WorkerMetrics metrics,
            WorkerId worker) {
        this.results = results;
        this.upscaling = upscaling;
        this.ended = ended;
        this.reporter = reporter;
        this.publisher = publisher;
        this.metrics = metrics;
        this.worker = worker;
    }

    @Override
    public WorkOutcome handle(ChunkRequested request, WorkContext context) {
        if (ended.test(request.job())) {
            return new Done();
        }
        AttemptId attempt = AttemptId.draw(clock);
        try (ActiveWork work = reporter.begin(started(request, attempt), context.trace())) {
            Optional<ChunkUpscaled> completion = results.find(request, worker)
                    .or(() -> upscaling.upscale(request, attempt, worker, work, () -> mustStop(request, context)));
            completion.ifPresent(upscaled -> announce(upscaled, context.trace()));
            return completion.isPresent() || ended.test(request.job())
                    ? new Done()
                    : new RetryLater(Duration.ZERO, "stopped at a frame boundary");
        } catch (ObjectStoreUnavailableException e) {
            return new RetryLater(STORE_PAUSE, e.getMessage());
        } catch (ChunkNotStoredException e) {
            return new RetryLater(EXTRACTOR_PAUSE, e.getMessage());
        } catch (IncapableEncoderException | UnavailableDeviceException | InsufficientMemoryException e) {
            return fail(request, attempt, FailureKind.INCAPABLE, e.getMessage(), context.trace());
        } catch (UnknownChunkException | MediaCorruptException | ObjectMissingException | UnusableNetworkException e) {
            return fail(request, attempt, FailureKind.PERMANENT, e.getMessage(), context.trace());
        }
    }

    @Override
    public void onDeadLetter(ChunkRequested request, String reason, TraceContext trace) {
        fail(request, AttemptId.draw(clock), FailureKind.RETRYABLE, reason, trace);
    }

    private void announce(ChunkUpscaled upscaled, TraceContext trace) {
        publisher.publish(Topics.CHUNK_UPSCALED, upscaled, trace);
        metrics.completed(upscaled);
    }

    private boolean mustStop(ChunkRequested request, WorkContext context) {
        return context.stopRequested() || ended.test(request.job());
    }

    private WorkOutcome fail(
            ChunkRequested request, AttemptId attempt, FailureKind kind, String reason, TraceContext trace) {
        ChunkFailed failed = new ChunkFailed(
                request.tenant(),
                request.job(),
                request.chunk(),
                request.fingerprint(),
                attempt,
                worker,
                kind,
                reason,
                null);
        publisher.publish(Topics.CHUNK_FAILED, failed, trace);
        return new Done();
    }

    private WorkProgress started(ChunkRequested request, AttemptId attempt) {
        return new WorkProgress(
                request.tenant(),
                request.job(),
                WorkProgress.Stage.CHUNK,
                request.chunk(),
                attempt,
                worker,
                WorkProgress.Phase.STARTED,
                0);
    }
}
