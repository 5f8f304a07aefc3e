package io.genga.runtime.plans;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.objectstore.ObjectCorruptException;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans of the films that this process was last busy with, so that not every chunk fetches its plan. */
@ApplicationScoped
public class FetchedPlans {

    private static final int KEPT = 8;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<ObjectReference, Plan> latest = new LinkedHashMap<>(KEPT, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectReference, Plan> eldest) {
            return size() > KEPT;
        }
    };
    private final ObjectStore store;

    public FetchedPlans(ObjectStore store) {
        this.store = store;
    }

    /**
     * The plan that {@code reference} claims, compared with its sha256 when it is fetched.
     *
     * @throws ObjectCorruptException where another one lies there
     */
    public synchronized Plan get(ObjectReference reference) {
        Plan known = latest.get(reference);
        if (known != null) {
            return known;
        }
        Plan plan = fetch(reference);
        latest.put(reference, plan);
        return plan;
    }

    private Plan fetch(ObjectReference reference) {
        try (InputStream content = store.open(ObjectLocation.of(reference))) {
            byte[] json = content.readAllBytes();
            if (!Sha256.of(json).equals(reference.sha256())) {
                throw new ObjectCorruptException("the plan " + reference.bucket() + "/" + reference.key()
                        + " is not the one that was announced");
            }
            return ContractJson.read(json, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plan " + reference.bucket() + "/" + reference.key(), e);
        }
    }
}
