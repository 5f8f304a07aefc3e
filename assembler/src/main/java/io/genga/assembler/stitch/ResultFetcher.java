package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.media.timeline.DrawingTimeline;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.ScratchFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Copies the results of a film's chunks out of the store, with what lies beside them. */
record ResultFetcher(ObjectStore store) {

    /**
     * @param folder where the results lie afterwards
     * @param requireGoingOn called before each result
     * @throws AssemblyImpossibleException where a result is not there, or not as workers store it
     */
    FetchedResults fetch(AssemblyRequested request, Plan plan, ScratchFolder folder, Runnable requireGoingOn) {
        List<Path> files = new ArrayList<>();
        List<Optional<ComputedShares>> shares = new ArrayList<>();
        for (int i = 0; i < plan.chunks().size(); i++) {
            requireGoingOn.run();
            Path file = folder.file(String.format(Locale.ROOT, "%05d.nut", i));
            ObjectHead head = stored(result(request, plan, i));
            store.fetch(reference(head), file);
            files.add(file);
            shares.add(Optional.ofNullable(head.metadata().get(ComputedShares.METADATA_NAME))
                    .flatMap(ComputedShares::parse));
        }
        return new FetchedResults(
                files, DrawingTimeline.of(plan.chunks(), plan.source().timeBase(), shares));
    }

    private static ObjectLocation result(AssemblyRequested request, Plan plan, int chunk) {
        return new ObjectLocation(
                request.plan().bucket(),
                ObjectKeys.result(
                        request.tenant(),
                        plan.chunks().get(chunk).fingerprint(),
                        request.winners().get(chunk)));
    }

    private ObjectHead stored(ObjectLocation location) {
        return store.head(location)
                .orElseThrow(() -> new AssemblyImpossibleException("no result of a chunk lies at " + location));
    }

    private static ObjectReference reference(ObjectHead head) {
        ObjectLocation location = head.location();
        return new ObjectReference(
                location.bucket(),
                location.key(),
                head.size(),
                head.sha256()
                        .orElseThrow(() ->
                                new AssemblyImpossibleException("the result " + location + " carries no sha256")));
    }
}
