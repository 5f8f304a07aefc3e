package io.genga.standalone.upscale;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.job.ChunkHistory;
import io.genga.standalone.job.FilmSubmission;
import io.genga.standalone.job.FinishedJob;
import io.genga.standalone.job.JobFollower;
import io.genga.standalone.job.NextStep;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.report.UpscaleReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One film, from the order to the finished output. */
@ApplicationScoped
public class UpscaleRun {

    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final String REPORT_ENDING = ".json";
    private static final String PAGE_ENDING = ".verification.html";

    private final JobStatusBoard board;
    private final FilmSubmission submission;
    private final FinishedJob finished;

    UpscaleRun(JobStatusBoard board, FilmSubmission submission, FinishedJob finished) {
        this.board = board;
        this.submission = submission;
        this.finished = finished;
    }

    /**
     * Returns when the output is written.
     *
     * @throws CommandException where the job did not end well, or its film could not be written
     */
    public void run(UpscaleOrder order) throws InterruptedException {
        ProcessTimes times = ProcessTimes.platformReadyNow();
        UpscaleDialogue dialogue = UpscaleDialogue.onStandardOutput(order);
        board.awaitCaughtUp(CATCH_UP);
        JobStatus status = requireRemastered(order, ended(order, dialogue));
        ChunkHistory chunks = finished.chunks(status);
        deliver(order, status);
        Path page = order.optionalReport()
                .map(UpscaleRun::pageBeside)
                .filter(target -> finished.fetchVerification(status, target))
                .orElse(null);
        finished.delete(order.firstTry(), status);
        UpscaleReport report = Reports.of(order, status, chunks, times, page);
        dialogue.finished(report);
    }

    private JobStatus ended(UpscaleOrder order, UpscaleDialogue dialogue) throws InterruptedException {
        NextStep step = NextStep.of(order.firstTry(), board::find, finished::filmIsThere);
        if (step instanceof NextStep.Deliver deliver) {
            return deliver.status();
        }
        return follow(begin(order, step, dialogue), dialogue);
    }

    private JobId begin(UpscaleOrder order, NextStep step, UpscaleDialogue dialogue) {
        if (step instanceof NextStep.Follow follow) {
            dialogue.goingOn(follow.status());
            return follow.status().job();
        }
        NextStep.Submit submit = (NextStep.Submit) step;
        submission.submit(order, submit);
        return submit.job();
    }

    private JobStatus follow(JobId job, UpscaleDialogue dialogue) throws InterruptedException {
        try (UpscaleDialogue.Progress progress = dialogue.progress()) {
            return new JobFollower(board::find).follow(job, progress::show);
        }
    }

    private JobStatus requireRemastered(UpscaleOrder order, JobStatus status) {
        if (status.state() == JobState.REMASTERED) {
            return status;
        }
        if (status.state() == JobState.CANCELLED) {
            throw new CommandException(
                    ExitCode.JOB_FAILED,
                    "job " + status.job() + " was cancelled: give the same command again to start it anew");
        }
        throw status.rejected()
                ? new CommandException(ExitCode.INPUT_REFUSED, status.reason())
                : new CommandException(
                        ExitCode.JOB_FAILED,
                        "job " + status.job() + " failed: " + status.reason() + deliverVerification(order, status)
                                + "; the same command tries again and keeps all finished chunks");
    }

    private static Path pageBeside(Path report) {
        String name = report.getFileName().toString();
        int end = name.endsWith(REPORT_ENDING) ? name.length() - REPORT_ENDING.length() : name.length();
        return report.resolveSibling(name.substring(0, end) + PAGE_ENDING);
    }

    /** @return what to say of the page */
    private String deliverVerification(UpscaleOrder order, JobStatus status) {
        Path page = order.output().resolveSibling(order.output().getFileName() + PAGE_ENDING);
        return finished.fetchVerification(status, page) ? " See " + page : "";
    }

    private void deliver(UpscaleOrder order, JobStatus status) {
        if (!order.overwrite() && Files.exists(order.output())) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the film is finished, but '" + order.output()
                            + "' has appeared meanwhile: move it away and give the same command again");
        }
        finished.fetchFilm(status, order.output());
    }
}
