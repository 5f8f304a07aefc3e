package io.genga.media.corpus;

import io.genga.testsupport.film.FilmRecipe;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A film of H.264 that chance made.
 *
 * @param pauses by how many ticks of 1/90 s each picture is shown longer than 1/30 s; after the last, the first again
 * @param late seconds before the first picture
 */
record RandomFilm(SourceContainer container, Groups groups, List<Integer> pauses, double late, Beside beside) {

    FilmRecipe recipe() {
        return FilmRecipe.numbered(96, 64, "24", CorpusRow.FRAMES)
                .encoded(groups.arguments())
                .encoded("-enc_time_base", "1/90000")
                .filtered("settb=1/90000,setpts='(" + late + "+(3*N+" + pausesBeforeN() + ")/90)/TB'")
                .with(beside.companions())
                .muxed(beside.muxing())
                .muxed(container.muxing())
                .in(container.extension());
    }

    private String pausesBeforeN() {
        int count = pauses.size();
        return IntStream.range(0, count)
                .mapToObj(i -> pauses.get(i) + "*floor((N+" + (count - 1 - i) + ")/" + count + ")")
                .collect(Collectors.joining("+"));
    }

    ExpectedFilm expected() {
        return new ExpectedFilm(0, CorpusRow.FRAMES, beside.kept(CorpusRow.FRAMES));
    }
}
