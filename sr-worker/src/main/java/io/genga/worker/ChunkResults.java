package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMetadata;
import io.genga.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of chunks in the store, addressed by what determines them. */
@ApplicationScoped
public class ChunkResults {

    private final ObjectStore store;

    ChunkResults(ObjectStore store) {
        this.store = store;
    }

    /** The completion of a chunk whose result exists already, whichever job or attempt computed it. */
    Optional<ChunkUpscaled> find(ChunkRequested request, WorkerId worker) {
        String bucket = request.packets().bucket();
        String prefix = ObjectKeys.results(request.tenant(), request.fingerprint());
        try (Stream<ObjectHead> existing = store.list(bucket, prefix)) {
            return existing.map(ObjectHead::location)
                    .flatMap(location -> completed(request, worker, location).stream())
                    .findFirst();
        }
    }

    /** Stores a new result under the key of its attempt, and beside it what was computed of it. */
    ObjectReference put(ChunkRequested request, AttemptId attempt, Path result, ComputedShares shares) {
        ObjectLocation location = new ObjectLocation(
                request.packets().bucket(), ObjectKeys.result(request.tenant(), request.fingerprint(), attempt));
        return store.put(location, result, new ObjectMetadata(Map.of(ComputedShares.METADATA_NAME, shares.text())));
    }

    private Optional<ChunkUpscaled> completed(ChunkRequested request, WorkerId worker, ObjectLocation location) {
        Optional<AttemptId> attempt = ObjectKeys.attemptOfResultKey(location.key());
        Optional<ObjectHead> head =
                store.head(location).filter(found -> found.sha256().isPresent());
        if (attempt.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        ObjectReference result = new ObjectReference(
                location.bucket(),
                location.key(),
                head.get().size(),
                head.get().sha256().orElseThrow());
        return Optional.of(new ChunkUpscaled(
                request.tenant(),
                request.job(),
                request.chunk(),
                request.fingerprint(),
                attempt.get(),
                worker,
                result,
                request.frames(),
                true,
                StageTimings.NONE,
                null,
                null));
    }
}
