package io.genga.contracts.plan;

/**
 * How bright a film in high dynamic range is: CTA-861.3.
 *
 * @param maximum of any pixel (MaxCLL), in cd/m²
 * @param maximumFrameAverage of any frame (MaxFALL), in cd/m²
 */
public record ContentLight(int maximum, int maximumFrameAverage) {}
