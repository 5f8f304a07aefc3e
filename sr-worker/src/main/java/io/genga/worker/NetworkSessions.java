package io.genga.worker;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.InferenceSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** One session of each network, shared by all slots of the process. */
@ApplicationScoped
public class NetworkSessions {

    private final Map<Sha256, InferenceSession> open = new HashMap<>();
    private final PlatformNetworks networks;
    private final WorkerConfiguration configuration;

    NetworkSessions(PlatformNetworks networks, WorkerConfiguration configuration) {
        this.networks = networks;
        this.configuration = configuration;
    }

    /** Stays open until the process ends; the caller does not close it. */
    synchronized InferenceSession of(PlannedNetwork network) {
        return open.computeIfAbsent(
                network.reference().sha256(),
                sha256 -> InferenceSession.open(networks.find(network.reference()), new InferenceSettings(threads())));
    }

    @PreDestroy
    synchronized void close() {
        open.values().forEach(InferenceSession::close);
        open.clear();
    }

    private int threads() {
        int share = Runtime.getRuntime().availableProcessors() / configuration.slots();
        return configuration.inferenceThreads().orElse(Math.max(1, share));
    }
}
