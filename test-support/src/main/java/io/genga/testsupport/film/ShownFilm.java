package io.genga.testsupport.film;

import io.genga.contracts.plan.Rational;
import java.util.List;

/**
 * What is seen of a film.
 *
 * @param timeBase of the frames' time stamps, in seconds
 * @param frames in the order of presentation
 */
public record ShownFilm(Rational timeBase, List<ShownFrame> frames) {

    public ShownFilm {
        frames = List.copyOf(frames);
    }

    public List<Integer> numbers() {
        return frames.stream().map(ShownFrame::number).toList();
    }

    public List<Long> pts() {
        return frames.stream().map(ShownFrame::pts).toList();
    }

    public List<String> hashes() {
        return frames.stream().map(ShownFrame::md5).toList();
    }
}
