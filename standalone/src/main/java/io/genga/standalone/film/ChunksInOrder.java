package io.genga.standalone.film;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.media.cut.ChunkCutter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Cuts a film into its chunks and hands them over in the order of the film; those that are whole too early wait on the disk. */
public final class ChunksInOrder implements AutoCloseable {

    private final Path folder;
    private final SortedMap<Integer, Path> waiting = new TreeMap<>();
    private int next;

    /** @param folder where chunks lie until they have been handed over; must exist */
    public ChunksInOrder(Path folder) {
        this.folder = folder;
    }

    /** @param sink is given a chunk and its file, which is deleted when it returns */
    public void cut(Path film, Plan plan, BiConsumer<PlannedChunk, Path> sink) throws IOException {
        new ChunkCutter(folder)
                .cut(
                        film,
                        plan,
                        chunk -> true,
                        (chunk, file) -> accept(plan, chunk, file, sink),
                        (packets, total) -> {});
    }

    private void accept(Plan plan, PlannedChunk chunk, Path file, BiConsumer<PlannedChunk, Path> sink)
            throws IOException {
        if (chunk.index() != next) {
            waiting.put(chunk.index(), Files.copy(file, folder.resolve("waiting-" + chunk.index() + ".nut")));
            return;
        }
        sink.accept(chunk, file);
        next++;
        while (waiting.containsKey(next)) {
            sink.accept(plan.chunks().get(next), waiting.get(next));
            Files.delete(waiting.remove(next));
            next++;
        }
    }

    /** Deletes what was not handed over. */
    @Override
    public void close() throws IOException {
        for (Path file : waiting.values()) {
            Files.delete(file);
        }
    }
}
