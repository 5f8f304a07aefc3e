package io.genga.standalone.progress;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows a line that changes: in its place on a terminal, else as a new line every two seconds. Not thread-safe. */
public final class ProgressDisplay implements AutoCloseable {

    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(2).toNanos();
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private boolean open;
    private boolean printed;
    private long printedNanos;

    /** On what the launcher says is a terminal, or is none: Java 17 cannot tell where only the input is redirected. */
    public static ProgressDisplay on(PrintWriter out) {
        return new ProgressDisplay(out, Boolean.getBoolean("genga.terminal"));
    }

    ProgressDisplay(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Shows {@code line} in place of the one before.
     *
     * @param nanos of a clock that only runs forward
     */
    public void show(String line, long nanos) {
        if (terminal) {
            out.print(REWRITE + line);
            out.flush();
            open = true;
        } else if (!printed || nanos - printedNanos >= NANOS_BETWEEN_LINES) {
            out.println(line);
            out.flush();
            printed = true;
            printedNanos = nanos;
        }
    }

    /** Leaves the line, so that what is printed next begins on its own. */
    @Override
    public void close() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}
