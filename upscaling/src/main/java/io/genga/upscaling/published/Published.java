package io.genga.upscaling.published;

/** What others have published of a network, and what is known of it before it is fetched. */
public sealed interface Published permits PublishedNetwork, PublishedCheckpoint {

    /** Under which the network can be asked for. */
    String name();

    /** Pixels out per pixel in, in each direction. */
    int scale();

    /** Of the weights, as SPDX writes it where it has a name. */
    String licence();
}
