package io.genga.upscaling.tile;

import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.RemasterRequest;
import io.genga.upscaling.catalogue.NetworkManifest;

/** How a network is run on the pictures of a film. */
public final class NetworkPlanner {

    private NetworkPlanner() {}

    /**
     * @param manifest of the network that {@code request} names; where it cannot reuse drawings as asked for, they are as it can
     * @param width of the film's pictures, in pixels, as is the height
     * @param maxTilePixels halo included
     */
    public static PlannedNetwork plan(
            NetworkManifest manifest, RemasterRequest request, int width, int height, int maxTilePixels) {
        return new PlannedNetwork(
                request.network(),
                manifest.precision(),
                manifest.scale(),
                TileShape.choose(manifest, width, height, maxTilePixels),
                manifest.possibleReuse(request.reuse()),
                request.colourMatch(),
                warmUp(manifest, request));
    }

    /** @return null where every frame stands alone */
    private static Integer warmUp(NetworkManifest manifest, RemasterRequest request) {
        return switch (manifest.temporalContract()) {
            case SINGLE_FRAME -> null;
            case NEIGHBOUR_WINDOW -> 0;
            case FORWARD_RECURRENCE, BIDIRECTIONAL_RECURRENCE ->
                request.warmUp() == null ? manifest.temporal().warmUp() : request.warmUp();
        };
    }
}
