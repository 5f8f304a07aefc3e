package io.genga.upscaling.catalogue;

/** The dimensions of a network's tensors that are free: where false, the network runs at one size only. */
public record DynamicDimensions(boolean batch, boolean height, boolean width) {}
