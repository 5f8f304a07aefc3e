package io.genga.standalone.progress;

import java.util.Locale;
import java.util.OptionalLong;

/** How far a file has come, as one line. Not thread-safe. */
public final class TransferLine {

    private static final double MEGABYTE = 1e6;

    private final Throughput throughput = new Throughput();

    /**
     * The line for {@code bytes} of {@code total}.
     *
     * @param stage what is being done
     * @param total empty where it is not known
     * @param nanos of a clock that only runs forward
     */
    public String of(String stage, long bytes, OptionalLong total, long nanos) {
        throughput.observe(bytes, nanos);
        String counted = total.isPresent() ? counted(bytes, total.getAsLong()) : megabytes(bytes);
        String speed = throughput
                .perSecond()
                .map(value -> String.format(Locale.ROOT, "  %.1f MB/s", value / MEGABYTE))
                .orElse("");
        return stage + "  " + counted + speed + (total.isPresent() ? throughput.left(total.getAsLong()) : "");
    }

    private static String counted(long bytes, long total) {
        return String.format(
                Locale.ROOT, "%.1f/%s  %d %%", bytes / MEGABYTE, megabytes(total), ProgressLine.percent(bytes, total));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
