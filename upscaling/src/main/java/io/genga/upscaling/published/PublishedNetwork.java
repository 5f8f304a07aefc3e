package io.genga.upscaling.published;

import io.genga.contracts.id.Sha256;
import io.genga.upscaling.imports.NetworkDetails;

/**
 * A network that lies in a package as a pair of files of ncnn.
 *
 * @param details what the manifest will say
 * @param carrier the package
 * @param param path of the {@code .param} file in the package
 * @param paramSha256 of that file
 * @param bin path of the {@code .bin} file in the package
 * @param binSha256 of that file
 */
public record PublishedNetwork(
        NetworkDetails details,
        PublishedPackage carrier,
        String param,
        Sha256 paramSha256,
        String bin,
        Sha256 binSha256)
        implements Published {

    @Override
    public String name() {
        return details.name();
    }

    @Override
    public int scale() {
        return details.scale();
    }

    @Override
    public String licence() {
        return details.licence();
    }
}
