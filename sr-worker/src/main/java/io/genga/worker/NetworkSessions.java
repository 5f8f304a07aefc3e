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

    NetworkSessions(PlatformNetworks networks, InferenceDevice device) {
        this.networks = networks;
        this.device = device.chosen();
    }

    /** Stays open until the process ends; the caller does not close it. */
    synchronized InferenceSession of(PlannedNetwork network) {
        return open.computeIfAbsent(
                network.reference().sha256(),
                sha256 -> InferenceSession.open(networks.find(network.reference()), device));
    }

    @PreDestroy
    synchronized void close() {
        open.values().forEach(InferenceSession::close);
        open.clear();
    }
}
