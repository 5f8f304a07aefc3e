package io.genga.upscaling.published;

/**
 * A Python package that carries networks.
 *
 * @param name as pip knows it
 * @param version the one whose files the catalogue knows
 * @param megabytes to be downloaded
 */
public record PublishedPackage(String name, String version, int megabytes) {

    /** Name and version as pip writes them. */
    @Override
    public String toString() {
        return name + "==" + version;
    }
}
