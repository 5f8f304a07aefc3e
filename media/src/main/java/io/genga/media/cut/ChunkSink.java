package io.genga.media.cut;

import io.genga.contracts.plan.PlannedChunk;
import java.io.IOException;
import java.nio.file.Path;

/** Takes chunks as they are cut. */
@FunctionalInterface
public interface ChunkSink {

    /** @param file a finished chunk in NUT; deleted when this method returns */
    void accept(PlannedChunk chunk, Path file) throws IOException;
}
