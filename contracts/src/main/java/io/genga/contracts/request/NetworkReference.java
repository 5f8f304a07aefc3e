package io.genga.contracts.request;

import io.genga.contracts.id.Sha256;
import java.util.Objects;

/**
 * The network a job asks for. The sha256 decides; the name is for people.
 *
 * @param name for example {@code genga-cel-x2}
 * @param sha256 of the ONNX file
 */
public record NetworkReference(String name, Sha256 sha256) {

    public NetworkReference {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
    }
}
