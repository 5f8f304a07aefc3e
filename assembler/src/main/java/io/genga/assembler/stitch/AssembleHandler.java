package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.topic.Topics;
import io.genga.media.stitch.ResultMismatchException;
import io.genga.media.stitch.UncopyableStreamException;
import io.genga.media.verify.VerificationFailedException;
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
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/** What one slot does with a request to assemble a film. */
final class AssembleHandler implements WorkHandler<AssemblyRequested> {

    private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

    private final FilmAssembly assembly;
    private final Predicate<JobId> ended;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final WorkerId worker;
    private final Clock clock = Clock.systemUTC();

    AssembleHandler(
            FilmAssembly assembly,
            Predicate<JobId> ended,
            WorkReporter reporter,
            EventPublisher publisher,
            WorkerId worker) {
        this.assembly = assembly;
        this.ended = ended;
        this.reporter = reporter;
        this.publisher = publisher;
        this.worker = worker;
    }

    @Override
    public WorkOutcome handle(AssemblyRequested request, WorkContext context) {
        if (ended.test(request.job())) {
            return new Done();
        }
        AttemptId attempt = AttemptId.draw(clock);
        try (ActiveWork work = reporter.begin(started(request, attempt), context.trace())) {
            AssemblyCompleted completed =
                    assembly.assemble(request, attempt, worker, work, () -> requireGoingOn(request, context));
            publisher.publish(Topics.ASSEMBLY_COMPLETED, completed, context.trace());
        } catch (AssemblyStoppedException e) {
            return ended.test(request.job()) ? new Done() : new RetryLater(Duration.ZERO, "stopped between frames");
        } catch (ObjectStoreUnavailableException e) {
            return new RetryLater(STORE_PAUSE, e.getMessage());
        } catch (FilmRefusedException e) {
            fail(request, attempt, FailureKind.RETRYABLE, e.getMessage(), e.report(), context.trace());
        } catch (VerificationFailedException e) {
            fail(request, attempt, FailureKind.RETRYABLE, e.getMessage(), context.trace());
        } catch (AssemblyImpossibleException
                | ResultMismatchException
                | UncopyableStreamException
                | ObjectMissingException e) {
            fail(request, attempt, FailureKind.PERMANENT, e.getMessage(), context.trace());
        }
        return new Done();
    }

    @Override
    public void onDeadLetter(AssemblyRequested request, String reason, TraceContext trace) {
        fail(request, AttemptId.draw(clock), FailureKind.PERMANENT, reason, trace);
    }

    private void requireGoingOn(AssemblyRequested request, WorkContext context) {
        if (context.stopRequested() || ended.test(request.job())) {
            throw new AssemblyStoppedException();
        }
    }

    private void fail(
            AssemblyRequested request, AttemptId attempt, FailureKind kind, String reason, TraceContext trace) {
        fail(request, attempt, kind, reason, null, trace);
    }

    /** @param verification null where there was no film to verify */
    private void fail(
            AssemblyRequested request,
            AttemptId attempt,
            FailureKind kind,
            String reason,
            VerificationReport verification,
            TraceContext trace) {
        publisher.publish(
                Topics.ASSEMBLY_FAILED,
                new AssemblyFailed(request.tenant(), request.job(), attempt, worker, kind, reason, verification),
                trace);
    }

    private WorkProgress started(AssemblyRequested request, AttemptId attempt) {
        return new WorkProgress(
                request.tenant(),
                request.job(),
                WorkProgress.Stage.ASSEMBLY,
                null,
                attempt,
                worker,
                WorkProgress.Phase.STARTED,
                0);
    }
}
