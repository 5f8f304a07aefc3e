package io.genga.media.verify;

/**
 * How alike the pictures of two films are, for people; nothing is judged by it.
 *
 * @param deltaE mean CIEDE2000 between parts of the picture that have one colour, of every fifth frame; null where there are none
 * @param worstDeltaE of such a part; null where there are none
 * @param worstDeltaESeconds when it is shown, from the film's beginning; null where there are none
 * @param decibels PSNR of the luma of pictures made as small as 64 by 36 blocks, so that what the network adds does not count; null
 *     where they are equal
 */
public record Likeness(Double deltaE, Double worstDeltaE, Double worstDeltaESeconds, Double decibels) {}
