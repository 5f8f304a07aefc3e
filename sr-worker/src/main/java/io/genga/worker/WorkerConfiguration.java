package io.genga.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** What this worker offers. */
@ConfigMapping(prefix = "genga.worker")
public interface WorkerConfiguration {

    /** The pool whose chunks it takes; one of {@code genga.pools}. */
    @WithDefault("cpu")
    String pool();

    /** Chunks upscaled at the same time. They share one session of each network. */
    @WithDefault("1")
    int slots();

    /** Threads of one inference; the machine's processors divided by the slots where unset. */
    OptionalInt inferenceThreads();
}
