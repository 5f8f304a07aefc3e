package io.genga.extractor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How videos are split. */
@ConfigMapping(prefix = "genga.extractor")
public interface ExtractorConfiguration {

    /** Where nothing else is configured, in ISO 8601. */
    String DEFAULT_CHUNK_DURATION = "PT5S";

    /** Where nothing else is configured. */
    String DEFAULT_ENCODER_THREADS = "2";

    /** Videos split at the same time. Splitting copies packets: it needs disk and network rather than processors. */
    @WithDefault("1")
    int slots();

    /**
     * Length of film that a chunk should have; key frames decide what it gets. Every chunk begins with a key frame of its own, which makes
     * films of shorter chunks larger; longer ones lose more work with a worker.
     */
    @WithDefault(DEFAULT_CHUNK_DURATION)
    Duration chunkDuration();

    /**
     * Threads of the encoder of every chunk. Part of the result, since x264's output differs with it, so it is the same on
     * all workers, whatever processors they have.
     */
    @WithDefault(DEFAULT_ENCODER_THREADS)
    int encoderThreads();

    /** Largest tile on which a network is run, in pixels of the source; 0 for the built-in default. */
    @WithDefault("0")
    int maxTilePixels();
}
