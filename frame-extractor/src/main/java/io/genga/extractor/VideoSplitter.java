package io.genga.extractor;

import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.topic.Topics;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.cut.DamagedSourceException;
import io.genga.media.probe.RefusedMediaException;
import io.genga.messaging.publish.EventPublisher;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMissingException;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.instance.ScratchFolder;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.runtime.work.StageClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Splits a video: fetch, plan, cut, store, tell. Whatever an earlier attempt has stored is used again. */
@ApplicationScoped
public class VideoSplitter {

    private final ObjectStore store;
    private final EventPublisher publisher;
    private final Instance instance;
    private final StoredPlans plans;
    private final StoreConfiguration storeConfiguration;

    VideoSplitter(
            ObjectStore store,
            EventPublisher publisher,
            Instance instance,
            StoredPlans plans,
            StoreConfiguration storeConfiguration) {
        this.store = store;
        this.storeConfiguration = storeConfiguration;
        this.publisher = publisher;
        this.instance = instance;
        this.plans = plans;
    }

    void split(VideoArrived arrival, SplitContext context) throws IOException {
        StageClock clock = new StageClock();
        try (ScratchFolder folder = instance.newScratchFolder("split")) {
            Path source = folder.file("source");
            ObjectReference sourceObject = clock.time("fetch", () -> fetch(arrival, source));
            StoredPlans.StoredPlan stored = clock.time("plan", () -> plans.findOrMake(arrival, sourceObject, source));
            publisher.publish(Topics.VIDEO_SPLIT, videoSplit(arrival, stored, clock), context.trace());
            cut(arrival, stored, source, folder, context);
        }
    }

    private ObjectReference fetch(VideoArrived arrival, Path target) {
        ObjectLocation location = ObjectLocation.of(arrival.source());
        requireUnchanged(arrival, location);
        try {
            ObjectReference fetched = store.fetch(location, target);
            requireUnchanged(arrival, location);
            return fetched;
        } catch (ObjectMissingException e) {
            throw gone(arrival, location);
        }
    }

    private static RefusedMediaException gone(VideoArrived arrival, ObjectLocation location) {
        return new RefusedMediaException(
                arrival.name(), "is no longer in the store, at " + location, "put it there and submit it again");
    }

    /** What was accepted is remastered, or nothing: a job must not turn into that of another film. */
    private void requireUnchanged(VideoArrived arrival, ObjectLocation location) {
        ObjectHead now = store.head(location).orElseThrow(() -> gone(arrival, location));
        SourceObject accepted = arrival.source();
        if (now.size() != accepted.size() || !now.etag().equals(accepted.etag())) {
            throw new RefusedMediaException(
                    arrival.name(),
                    "was replaced in the store, at " + location + ", after the job had been accepted",
                    "submit it again");
        }
    }

    private void cut(
            VideoArrived arrival,
            StoredPlans.StoredPlan stored,
            Path source,
            ScratchFolder folder,
            SplitContext context)
            throws IOException {
        try {
            cutNeeded(arrival, stored, source, folder, context);
        } catch (DamagedSourceException e) {
            throw new RefusedMediaException(
                    arrival.name(),
                    String.format(Locale.ROOT, "is damaged at %.1f s", e.second()),
                    "copy it again, or let it be salvaged, with --salvage or 'salvage' in REST",
                    e);
        }
    }

    private void cutNeeded(
            VideoArrived arrival,
            StoredPlans.StoredPlan stored,
            Path source,
            ScratchFolder folder,
            SplitContext context)
            throws IOException {
        Plan plan = stored.plan();
        new ChunkCutter(folder.path())
                .cut(
                        source,
                        plan,
                        chunk -> !isStored(arrival, stored, chunk, context),
                        (chunk, file) ->
                                announce(arrival, stored, chunk, store.put(location(plan, chunk), file), context),
                        (packets, total) -> context.requireGoingOn());
    }

    /** A chunk that an earlier attempt has stored is announced again, since nobody knows whether that attempt did. */
    private boolean isStored(
            VideoArrived arrival, StoredPlans.StoredPlan stored, PlannedChunk chunk, SplitContext context) {
        Optional<ObjectReference> packets = storedChunk(stored.plan(), chunk);
        packets.ifPresent(found -> announce(arrival, stored, chunk, found, context));
        return packets.isPresent();
    }

    private Optional<ObjectReference> storedChunk(Plan plan, PlannedChunk chunk) {
        return store.head(location(plan, chunk)).flatMap(VideoSplitter::reference);
    }

    private static Optional<ObjectReference> reference(ObjectHead head) {
        return head.sha256()
                .map(sha256 -> new ObjectReference(
                        head.location().bucket(), head.location().key(), head.size(), sha256));
    }

    private ObjectLocation location(Plan plan, PlannedChunk chunk) {
        return new ObjectLocation(
                storeConfiguration.bucket(), ObjectKeys.chunk(plan.tenant(), plan.chunkId(chunk.index())));
    }

    private void announce(
            VideoArrived arrival,
            StoredPlans.StoredPlan stored,
            PlannedChunk chunk,
            ObjectReference packets,
            SplitContext context) {
        ChunkReady ready = new ChunkReady(
                arrival.tenant(),
                arrival.job(),
                chunk.index(),
                chunk.fingerprint(),
                arrival.request().pool(),
                chunk.frameCount(),
                stored.reference(),
                packets);
        publisher.publish(Topics.CHUNK_READY, ready, context.trace());
        chunk.pts().forEach(pts -> context.work().frameDone());
    }

    private VideoSplit videoSplit(VideoArrived arrival, StoredPlans.StoredPlan stored, StageClock clock) {
        return new VideoSplit(
                arrival.tenant(),
                arrival.job(),
                stored.reference(),
                stored.plan().chunks().size(),
                stored.plan().frameCount(),
                stored.plan().source().lossesInWords(),
                clock.timings(),
                stored.plan().source().notes(),
                plans.networksOf(stored.plan()));
    }
}
