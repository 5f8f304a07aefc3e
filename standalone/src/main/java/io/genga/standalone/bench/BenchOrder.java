package io.genga.standalone.bench;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.RemasterRequest;
import io.genga.standalone.platform.DeviceChoice;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.tile.RunShapes;
import java.nio.file.Path;

/**
 * What is to be measured.
 *
 * @param sha256 of the film
 * @param request as an upscale of it would ask
 * @param device that was tried
 * @param shapes in which changed parts are computed, where the network takes them
 * @param runs over the film, at least 1
 * @param mostFrames of the film, from its beginning, at least 1
 */
public record BenchOrder(
        Path film,
        Sha256 sha256,
        CataloguedNetwork network,
        RemasterRequest request,
        DeviceChoice device,
        RunShapes shapes,
        int runs,
        long mostFrames) {}
