package io.genga.worker;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** One session of each network, shared by all slots of the process. */
@ApplicationScoped
public class NetworkSessions {

    private final Map<Sha256, InferenceSession> open = new HashMap<>();
    private final PlatformNetworks networks;
    private final Device device;
    private final WorkerMetrics metrics;

    NetworkSessions(PlatformNetworks networks, InferenceDevice device, WorkerMetrics metrics) {
        this.networks = networks;
        this.device = device.chosen();
        this.metrics = metrics;
    }

    /** Stays open until the process ends; the caller does not close it. */
    synchronized InferenceSession of(PlannedNetwork network) {
        return open.computeIfAbsent(network.reference().sha256(), sha256 -> open(network));
    }

    @PreDestroy
    synchronized void close() {
        open.values().forEach(InferenceSession::close);
        open.clear();
    }

    private InferenceSession open(PlannedNetwork network) {
        InferenceSession session = InferenceSession.open(networks.find(network.reference()), device);
        metrics.watch(session);
        return session;
    }
}
