package io.genga.ingest.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the {@link InboxReconciler} go through the inbox again and again. */
@ApplicationScoped
public class InboxWatch {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private final InboxReconciler reconciler;
    private final ReconcileConfiguration configuration;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "inbox-watch");
        thread.setDaemon(true);
        return thread;
    });

    InboxWatch(InboxReconciler reconciler, ReconcileConfiguration configuration) {
        this.reconciler = reconciler;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        if (configuration.enabled()) {
            timer.scheduleWithFixedDelay(
                    this::reconcile, 0, configuration.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void reconcile() {
        try {
            reconciler.reconcile();
        } catch (RuntimeException e) {
            LOG.warn("the inbox could not be compared with the jobs, the next try follows: {}", e.getMessage());
        }
    }
}
