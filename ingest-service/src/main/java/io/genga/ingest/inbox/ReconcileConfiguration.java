package io.genga.ingest.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the inbox is watched. */
@ConfigMapping(prefix = "genga.ingest.reconcile")
public interface ReconcileConfiguration {

    /** Whether objects below {@code inbox/{tenant}/} become jobs. */
    @WithDefault("true")
    boolean enabled();

    /** Time from the end of one listing of the inbox to the start of the next. */
    @WithDefault("PT30S")
    Duration interval();
}
