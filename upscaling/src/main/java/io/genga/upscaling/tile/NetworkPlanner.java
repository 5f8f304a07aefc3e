package io.genga.upscaling.tile;

import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.ArrayList;
import java.util.List;

/** How a network is run on the pictures of a film. */
public final class NetworkPlanner {

    private NetworkPlanner() {}

    /**
     * @param chain the networks that {@code request} names; where one cannot reuse drawings as asked for, they are as it can
     * @param source size of the film's pictures
     * @param maxTilePixels halo included
     */
    public static PlannedNetwork plan(
            NetworkChain chain, RemasterRequest request, PictureSize source, int maxTilePixels) {
        PictureSettings settings = request.pictureSettings();
        PictureSize reducedTo = reducedTo(source, settings);
        PictureSize input = reducedTo == null ? source : reducedTo;
        List<PlannedNetwork> earlier = new ArrayList<>();
        for (NetworkReference reference : request.earlier()) {
            NetworkManifest manifest = chain.networks().get(earlier.size());
            earlier.add(new PlannedNetwork(
                    reference,
                    manifest.precision(),
                    manifest.scale(),
                    tiles(manifest, input, maxTilePixels),
                    manifest.possibleReuse(request.reuse())));
            input = input.times(manifest.scale());
        }
        NetworkManifest last = chain.last();
        return new PlannedNetwork(
                request.network(),
                last.precision(),
                last.scale(),
                tiles(last, input, maxTilePixels),
                last.possibleReuse(request.reuse()),
                request.colourMatch(),
                warmUp(last, request),
                reducedTo,
                settings.strength(),
                earlier);
    }

    private static PlannedTiles tiles(NetworkManifest manifest, PictureSize input, int maxTilePixels) {
        return TileShape.choose(manifest, input.width(), input.height(), maxTilePixels);
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
            case FORWARD_RECURRENCE, BIDIRECTIONAL_RECURRENCE ->
                request.warmUp() == null ? manifest.temporal().warmUp() : request.warmUp();
        };
    }
}
