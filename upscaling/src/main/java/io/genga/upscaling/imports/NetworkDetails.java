package io.genga.upscaling.imports;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a network's files do not tell of it.
 *
 * @param name under which it can be asked for
 * @param scale pixels out per pixel in, in each direction
 * @param halo how many pixels around a tile are worth computing; empty where the network's layers decide
 * @param largestTile in pixels, where memory asks for less than other networks have
 * @param licence of the weights, as SPDX writes it where it has a name
 * @param source where the network comes from
 * @param addedToPicture whether what the files compute is a difference, to be added to the picture with its pixels repeated; known of networks of
 *     ncnn alone
 */
public record NetworkDetails(
        String name,
        int scale,
        OptionalInt halo,
        OptionalInt largestTile,
        String licence,
        Optional<String> source,
        boolean addedToPicture) {

    public NetworkDetails {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(halo, "halo");
        Objects.requireNonNull(largestTile, "largestTile");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(source, "source");
    }

    /** Of a network whose files compute the picture. */
    public NetworkDetails(
            String name,
            int scale,
            OptionalInt halo,
            OptionalInt largestTile,
            String licence,
            Optional<String> source) {
        this(name, scale, halo, largestTile, licence, source, false);
    }
}
