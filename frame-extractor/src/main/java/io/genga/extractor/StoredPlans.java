package io.genga.extractor;

import io.genga.contracts.event.UsedNetwork;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMissingException;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.tile.NetworkPlanner;
import io.genga.upscaling.tile.TileShape;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plan of each job, kept in the store; a valid one that is there stands. */
@ApplicationScoped
public class StoredPlans {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPlans.class);

    private final ObjectStore store;
    private final StoreConfiguration storeConfiguration;
    private final PlatformNetworks networks;
    private final ExtractorConfiguration configuration;

    StoredPlans(
            ObjectStore store,
            StoreConfiguration storeConfiguration,
            PlatformNetworks networks,
            ExtractorConfiguration configuration) {
        this.store = store;
        this.storeConfiguration = storeConfiguration;
        this.networks = networks;
        this.configuration = configuration;
    }

    /** A plan and where it lies. */
    record StoredPlan(Plan plan, ObjectReference reference) {}

    StoredPlan findOrMake(VideoArrived arrival, ObjectReference sourceObject, Path source) {
        ObjectLocation location =
                new ObjectLocation(storeConfiguration.bucket(), ObjectKeys.plan(arrival.tenant(), arrival.job()));
        return find(location, sourceObject).orElseGet(() -> make(arrival, sourceObject, source, location));
    }

    /** In the order in which they run. */
    List<UsedNetwork> networksOf(Plan plan) {
        return plan.network().chain().stream().map(this::used).toList();
    }

    private UsedNetwork used(PlannedNetwork network) {
        return new UsedNetwork(
                network.reference().name(),
                network.reference().sha256(),
                network.precision(),
                networks.find(network.reference()).manifest().licence());
    }

    private Optional<StoredPlan> find(ObjectLocation location, ObjectReference sourceObject) {
        byte[] json;
        try (InputStream content = store.open(location)) {
            json = content.readAllBytes();
        } catch (ObjectMissingException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plan " + location, e);
        }
        try {
            Plan plan = ContractJson.read(json, Plan.class);
            return plan.source().object().equals(sourceObject)
                    ? Optional.of(new StoredPlan(plan, store.put(location, json)))
                    : Optional.empty();
        } catch (MalformedContractException e) {
            LOG.warn("the plan {} is not valid and is made again: {}", location, e.getMessage());
            return Optional.empty();
        }
    }

    private StoredPlan make(VideoArrived arrival, ObjectReference sourceObject, Path source, ObjectLocation location) {
        SourceDescription description =
                SourceProbe.probe(source, arrival.name(), arrival.request().sourceSelection());
        Plan plan = new FilmPlanner(EncoderProbe.withThreads(configuration.encoderThreads()))
                .plan(new FilmPlanRequest(
                        arrival.tenant(),
                        arrival.job(),
                        source,
                        arrival.name(),
                        sourceObject,
                        arrival.request(),
                        network(arrival, description),
                        configuration.chunkDuration()));
        return new StoredPlan(plan, store.put(location, ContractJson.write(plan)));
    }

    private PlannedNetwork network(VideoArrived arrival, SourceDescription source) {
        NetworkChain chain = new NetworkChain(arrival.request().networks().stream()
                .map(reference -> networks.find(reference).manifest())
                .toList());
        int maxTilePixels =
                configuration.maxTilePixels() > 0 ? configuration.maxTilePixels() : TileShape.DEFAULT_MAX_TILE_PIXELS;
        return NetworkPlanner.plan(chain, arrival.request(), source.size(), maxTilePixels);
    }
}
