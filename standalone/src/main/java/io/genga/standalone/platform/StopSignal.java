package io.genga.standalone.platform;

import io.genga.standalone.exit.ExitCode;
import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and a request to terminate. The first one lets the platform shut down, which spares the next command the wait for this
 * one's locks; the second one, or a shutdown that hangs, ends the process at once, which costs no finished work either.
 */
public final class StopSignal {

    private static final List<String> SIGNALS = List.of("INT", "TERM");
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final AtomicBoolean given = new AtomicBoolean();
    private final Runnable farewell;

    private StopSignal(Runnable farewell) {
        this.farewell = farewell;
    }

    /**
     * For the rest of this process.
     *
     * @param farewell tells the user, on a thread of its own
     */
    public static StopSignal listen(Runnable farewell) {
        StopSignal stop = new StopSignal(farewell);
        SIGNALS.forEach(name -> Signal.handle(new Signal(name), signal -> stop.give()));
        return stop;
    }

    public boolean given() {
        return given.get();
    }

    private void give() {
        if (given.getAndSet(true)) {
            halt();
        }
        farewell.run();
        Thread watchdog = new Thread(this::haltWhenItHangs, "stop-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        Quarkus.asyncExit(ExitCode.STOPPED.code());
    }

    private void haltWhenItHangs() {
        try {
            Thread.sleep(LIMIT.toMillis());
            halt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void halt() {
        Runtime.getRuntime().halt(ExitCode.STOPPED.code());
    }
}
