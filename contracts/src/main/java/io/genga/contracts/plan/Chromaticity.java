package io.genga.contracts.plan;

/**
 * A colour without its brightness, as CIE 1931 x and y.
 *
 * @param x in 1/50000
 * @param y in 1/50000
 */
public record Chromaticity(int x, int y) {}
