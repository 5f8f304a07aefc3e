package io.genga.standalone.progress;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import java.util.Locale;

/** How far a job is, as one line. Not thread-safe. */
public final class ProgressLine {

    private static final int PERCENT = 100;

    private final Throughput throughput = new Throughput();

    /**
     * The line for {@code status}.
     *
     * @param nanos of a clock that only runs forward
     */
    public String of(JobStatus status, long nanos) {
        String stage = stage(status.state());
        if (status.framesTotal() == null) {
            return stage;
        }
        long total = status.framesTotal();
        return of(stage, Math.min(status.framesDone(), total), total, nanos);
    }

    /**
     * The line for {@code done} frames of {@code total}.
     *
     * @param stage what is being done
     * @param nanos of a clock that only runs forward
     */
    public String of(String stage, long done, long total, long nanos) {
        throughput.observe(done, nanos);
        String counted =
                String.format(Locale.ROOT, "%s  %d/%d frames  %d %%", stage, done, total, percent(done, total));
        return counted + speed(total);
    }

    private String speed(long total) {
        String speed = throughput
                .perSecond()
                .map(value -> String.format(Locale.ROOT, "  %.1f frames/s", value))
                .orElse("");
        return speed + throughput.left(total);
    }

    /** Whole ones. */
    static long percent(long done, long total) {
        return total == 0 ? PERCENT : done * PERCENT / total;
    }

    private static String stage(JobState state) {
        return switch (state) {
            case ACCEPTED -> "waiting";
            case SPLITTING -> "splitting";
            case UPSCALING -> "upscaling";
            case ASSEMBLING -> "assembling";
            case REMASTERED -> "remastered";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
