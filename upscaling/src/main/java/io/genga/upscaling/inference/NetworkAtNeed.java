package io.genga.upscaling.inference;

import java.util.function.Supplier;

/** A network that not every film needs, opened at first need. Safe for use by several threads. */
final class NetworkAtNeed implements AutoCloseable {

    private final Supplier<LoadedNetwork> opening;
    private LoadedNetwork network;

    /** @param opening is asked once at most, unless it fails */
    NetworkAtNeed(Supplier<LoadedNetwork> opening) {
        this.opening = opening;
    }

    /** @return stays open until this is closed */
    synchronized LoadedNetwork get() {
        if (network == null) {
            network = opening.get();
        }
        return network;
    }

    @Override
    public synchronized void close() {
        if (network != null) {
            network.close();
        }
    }
}
