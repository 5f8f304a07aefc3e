package io.genga.media.corpus;

import io.genga.media.verify.VerifiedFilm;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The truth about a film.
 *
 * @param firstNumber of the pictures that are shown
 * @param frames that are shown, one number after the other
 * @param kept what of all that must be found in the result
 */
record ExpectedFilm(int firstNumber, int frames, VerifiedFilm kept) {

    List<Integer> numbers() {
        return IntStream.range(firstNumber, firstNumber + frames).boxed().toList();
    }
}
