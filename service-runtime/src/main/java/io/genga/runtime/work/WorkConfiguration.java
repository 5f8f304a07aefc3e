package io.genga.runtime.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pieces of work are carried out, in whichever service. */
@ConfigMapping(prefix = "genga.work")
public interface WorkConfiguration {

    /** How often running work gives a sign of life. */
    @WithDefault("PT5S")
    Duration heartbeatInterval();

    /** How long one piece of work may take before it is given up and tried again. */
    @WithDefault("PT2H")
    Duration deadline();

    /** How often one piece of work is tried before it becomes a dead letter. 1 to 9: the broker gives up at 10. */
    @WithDefault("4")
    int maxAttempts();

    /** How long running work may go on once the service is told to stop. */
    @WithDefault("PT20S")
    Duration drainTimeout();
}
