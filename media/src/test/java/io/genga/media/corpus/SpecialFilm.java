package io.genga.media.corpus;

import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.media.verify.VerifiedFilm;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A film that no row of {@link CorpusRows} can describe.
 *
 * @param becomes the encoder and the container that are asked for
 */
record SpecialFilm(
        String name,
        Making making,
        EncoderSettings encoder,
        OutputContainer becomes,
        SourceSelection selection,
        Outcome outcome) {

    /** Makes the film in a folder, or elsewhere. */
    @FunctionalInterface
    interface Making {
        Path make(Path folder) throws IOException;
    }

    /** What must become of it. */
    sealed interface Outcome {}

    /** Nothing is lost. */
    record Whole(ExpectedFilm expected) implements Outcome {}

    /** @param words of the sentence by which it is refused, before any work */
    record Refused(String words) implements Outcome {}

    static SpecialFilm of(String name, FilmRecipe recipe) {
        return of(name, folder -> recipe.make());
    }

    /** Of {@link CorpusRow#FRAMES} pictures and nothing else, to be made lossless. */
    static SpecialFilm of(String name, Making making) {
        return new SpecialFilm(
                name,
                making,
                new Ffv1Settings(),
                OutputContainer.MATROSKA,
                SourceSelection.EVERYTHING,
                new Whole(from(0, 0)));
    }

    SpecialFilm into(EncoderSettings otherEncoder, OutputContainer container) {
        return new SpecialFilm(name, making, otherEncoder, container, selection, outcome);
    }

    SpecialFilm choosing(Integer video, AllowedLoss... losses) {
        return new SpecialFilm(name, making, encoder, becomes, new SourceSelection(video, Set.of(losses)), outcome);
    }

    /** @param first number that is shown; all from it on are */
    SpecialFilm beginsWith(int first) {
        return new SpecialFilm(name, making, encoder, becomes, selection, new Whole(from(first, 0)));
    }

    /** @param streams that are copied beside the picture */
    SpecialFilm keeps(int streams) {
        return new SpecialFilm(name, making, encoder, becomes, selection, new Whole(from(0, streams)));
    }

    /**
     * @param first number that is shown; all from it on are
     * @param streams that are copied beside the picture
     */
    SpecialFilm keeps(int first, int streams) {
        return new SpecialFilm(name, making, encoder, becomes, selection, new Whole(from(first, streams)));
    }

    SpecialFilm isRefused(String words) {
        return new SpecialFilm(name, making, encoder, becomes, selection, new Refused(words));
    }

    private static ExpectedFilm from(int first, int streams) {
        int frames = CorpusRow.FRAMES - first;
        return new ExpectedFilm(first, frames, new VerifiedFilm(frames, streams, 0, 0));
    }

    @Override
    public String toString() {
        return name;
    }
}
