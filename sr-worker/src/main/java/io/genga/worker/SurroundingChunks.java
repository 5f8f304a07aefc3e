package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.ScratchFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches the packets of chunks beside the one that is asked for. They stay in the store as long as their job. */
final class SurroundingChunks {

    private final ObjectStore store;
    private final Plan plan;
    private final ChunkRequested request;
    private final ScratchFolder folder;

    SurroundingChunks(ObjectStore store, Plan plan, ChunkRequested request, ScratchFolder folder) {
        this.store = store;
        this.plan = plan;
        this.request = request;
        this.folder = folder;
    }

    /**
     * @param chunks of which the requested one is there already
     * @param packets of the requested one
     * @throws ChunkNotStoredException where the extractor has not come so far yet
     */
    List<ChunkPackets> fetch(List<PlannedChunk> chunks, Path packets) {
        List<ChunkPackets> fetched = new ArrayList<>();
        for (PlannedChunk chunk : chunks) {
            fetched.add(new ChunkPackets(chunk, chunk.index() == request.chunk() ? packets : fetch(chunk)));
        }
        return fetched;
    }

    private Path fetch(PlannedChunk chunk) {
        ObjectLocation location = new ObjectLocation(
                request.packets().bucket(), ObjectKeys.chunk(plan.tenant(), plan.chunkId(chunk.index())));
        Path target = folder.file("packets-" + chunk.index() + ".nut");
        store.fetch(reference(chunk, location), target);
        return target;
    }

    /** By the sum that was stored with it, so that what was damaged on the way is found. */
    private ObjectReference reference(PlannedChunk chunk, ObjectLocation location) {
        return store.head(location)
                .flatMap(head -> head.sha256()
                        .map(sha256 -> new ObjectReference(location.bucket(), location.key(), head.size(), sha256)))
                .orElseThrow(() -> new ChunkNotStoredException("chunk " + request.chunk() + " of job " + request.job()
                        + " needs frames of chunk " + chunk.index() + ", which is not in the store yet"));
    }
}
