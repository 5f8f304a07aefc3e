package io.genga.testsupport.film;

/**
 * A decoded picture, as the ffmpeg program sees it.
 *
 * @param pts in the time base of the film's stream
 * @param md5 of the samples of all planes, without padding
 */
public record FrameHash(long pts, String md5) {}
