package io.genga.testsupport.film;

/**
 * A decoded picture of {@link FilmRecipe#numbered}, as the ffmpeg program sees it.
 *
 * @param pts in the time base of the film's stream, whose clock starts at 0 where the container has a running one
 * @param md5 of the samples of all planes, without padding
 * @param number that it shows, from 0; {@link #NO_NUMBER} where it cannot be read
 */
public record ShownFrame(long pts, String md5, int number) {

    public static final int NO_NUMBER = -1;
}
