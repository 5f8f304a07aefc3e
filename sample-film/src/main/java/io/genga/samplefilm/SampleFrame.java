package io.genga.samplefilm;

/**
 * A frame of the sample film.
 *
 * @param number from 0; it is burned into the picture
 * @param drawing names all else that is to be seen: frames with equal names show equal pictures, but for the number
 */
public record SampleFrame(int number, String drawing) {}
