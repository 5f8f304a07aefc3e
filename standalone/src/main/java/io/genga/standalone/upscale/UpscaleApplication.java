package io.genga.standalone.upscale;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.order.UpscaleOrder;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs on the platform while {@code genga upscale} works; its only argument is the order as JSON. */
@ApplicationScoped
@Unremovable
public class UpscaleApplication implements QuarkusApplication {

    private static final Logger LOG = LoggerFactory.getLogger(UpscaleApplication.class);

    private final UpscaleRun upscale;

    UpscaleApplication(UpscaleRun upscale) {
        this.upscale = upscale;
    }

    /** Ends with the film, or as soon as the platform is told to stop. */
    @Override
    public int run(String... arguments) {
        UpscaleOrder order = UpscaleOrder.fromJson(arguments[0]);
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "upscale"));
        try {
            worker.execute(() -> Quarkus.asyncExit(exitCode(order).code()));
            Quarkus.waitForExit();
            return ExitCode.DONE.code(); // Ignored: the code of the first exit stands.
        } finally {
            worker.shutdownNow();
        }
    }

    private ExitCode exitCode(UpscaleOrder order) {
        try {
            upscale.run(order);
            return ExitCode.DONE;
        } catch (CommandException e) {
            return failed(e.exitCode(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED;
        } catch (RuntimeException e) {
            return Thread.currentThread().isInterrupted() ? ExitCode.STOPPED : failed(ExitCode.JOB_FAILED, e);
        }
    }

    private static ExitCode failed(ExitCode exitCode, RuntimeException failure) {
        LOG.error("upscale failed", failure);
        System.err.println("genga: " + failure.getMessage());
        return exitCode;
    }
}
