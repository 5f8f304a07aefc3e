package io.genga.standalone.inspect;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.RemasterRequest;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.nio.file.Path;

/**
 * A film to be inspected.
 *
 * @param sha256 of the film
 * @param request as an upscale of it would ask; its reuse is the one that the timeline shows
 */
public record InspectionOrder(Path film, Sha256 sha256, NetworkManifest network, RemasterRequest request) {}
