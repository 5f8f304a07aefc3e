package io.genga.worker;

import io.genga.contracts.plan.PlannedChunk;
import java.nio.file.Path;

/** A chunk and the local copy of its packets. */
record ChunkPackets(PlannedChunk chunk, Path file) {}
