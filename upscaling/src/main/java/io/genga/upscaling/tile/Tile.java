package io.genga.upscaling.tile;

/**
 * One run of a network, in pixels of the frame that is upscaled.
 *
 * @param source what the network is given
 * @param kept the part of {@code source} whose result is pasted into the upscaled frame, where it belongs
 */
public record Tile(Rectangle source, Rectangle kept) {}
