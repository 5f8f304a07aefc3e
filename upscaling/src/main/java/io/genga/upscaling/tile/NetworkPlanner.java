package io.genga.upscaling.tile;

import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.upscaling.catalogue.NetworkManifest;

/** How a network is run on the pictures of a film. */
public final class NetworkPlanner {

    private NetworkPlanner() {}

    /**
     * @param manifest of the network that {@code request} names; where it cannot reuse drawings as asked for, they are as it can
     * @param source size of the film's pictures
     * @param maxTilePixels halo included
     */
    public static PlannedNetwork plan(
            NetworkManifest manifest, RemasterRequest request, PictureSize source, int maxTilePixels) {
        PictureSettings settings = request.pictureSettings();
        PictureSize reducedTo = reducedTo(source, settings);
        PictureSize input = reducedTo == null ? source : reducedTo;
        return new PlannedNetwork(
                request.network(),
                manifest.precision(),
                manifest.scale(),
                TileShape.choose(manifest, input.width(), input.height(), maxTilePixels),
                manifest.possibleReuse(request.reuse()),
                request.colourMatch(),
                warmUp(manifest, request),
                reducedTo,
                settings.strength());
    }

    /** @return null where nothing is reduced; planners of films refuse a native height that is none */
    private static PictureSize reducedTo(PictureSize source, PictureSettings settings) {
        Integer height = settings.nativeHeight();
        return height == null || height >= source.height() ? null : source.ofHeight(height);
    }

    /** @return null where every frame stands alone */
    private static Integer warmUp(NetworkManifest manifest, RemasterRequest request) {
        return switch (manifest.temporalContract()) {
            case SINGLE_FRAME -> null;
            case NEIGHBOUR_WINDOW -> 0;
            case FORWARD_RECURRENCE ->
                request.warmUp() == null ? manifest.temporal().warmUp() : request.warmUp();
        };
    }
}
