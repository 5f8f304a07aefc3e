package io.genga.upscaling.catalogue;

import java.util.List;

/**
 * Networks that run one after another, each on what the one before has made. One that sees several frames runs alone.
 *
 * @param networks at least one, in the order in which they run
 */
public record NetworkChain(List<NetworkManifest> networks) {

    /** Of all networks together, as of one. */
    private static final int MOST_SCALE = 4096;

    /** @throws UnusableNetworkException where they cannot run one after another */
    public NetworkChain {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new UnusableNetworkException("a chain of no networks makes no picture: name at least one");
        }
        requireSingleFrames(networks);
        double scale = networks.stream().mapToDouble(NetworkManifest::scale).reduce(1, (one, other) -> one * other);
        if (scale > MOST_SCALE) {
            throw new UnusableNetworkException(
                    "the networks would make %.0f pixels of one in each direction, more than %d: leave some out"
                            .formatted(scale, MOST_SCALE));
        }
    }

    public static NetworkChain of(NetworkManifest... networks) {
        return new NetworkChain(List.of(networks));
    }

    public NetworkManifest last() {
        return networks.get(networks.size() - 1);
    }

    private static void requireSingleFrames(List<NetworkManifest> networks) {
        for (NetworkManifest network : networks) {
            if (networks.size() > 1 && !network.isSingleFrame()) {
                throw new UnusableNetworkException(
                        network.name()
                                + " sees several frames, and runs alone: name it without others, or networks for single frames");
            }
        }
    }
}
