package io.genga.contracts.event;

import io.genga.contracts.id.Sha256;
import java.util.Objects;

/**
 * What made a film, for whoever must show that it was allowed to.
 *
 * @param name for example {@code genga-cel-x2}
 * @param sha256 of the weights with their graph: the ONNX file
 * @param precision for example {@code fp32}
 * @param licence SPDX identifier of the weights' licence
 */
public record UsedNetwork(String name, Sha256 sha256, String precision, String licence) {

    public UsedNetwork {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(licence, "licence");
    }
}
