package io.genga.media.corpus;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.media.probe.RefusedMediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not lost of films that are out of the ordinary, and by which sentence the others are refused. */
class SpecialFilmsTest {

    private static final CorpusSummary SUMMARY = new CorpusSummary("Special films", "film", "outcome");

    @TempDir
    Path folder;

    static List<SpecialFilm> films() {
        return SpecialFilms.all();
    }

    @AfterAll
    static void write_the_summary() throws IOException {
        SUMMARY.write("special-films");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void what_must_become_of_it(SpecialFilm film) throws IOException {
        RemasteredThrice remastered = new RemasteredThrice(film.encoder(), film.becomes(), film.selection(), folder);
        Path file = film.making().make(folder);
        if (film.outcome() instanceof SpecialFilm.Whole whole) {
            remastered.check(file, whole.expected());
            SUMMARY.add(List.of(
                    film.name(), whole.expected().frames() + " frames at their times, equal whatever the chunks"));
        } else if (film.outcome() instanceof SpecialFilm.Refused refused) {
            assertThatExceptionOfType(RefusedMediaException.class)
                    .isThrownBy(() -> remastered.plan(file))
                    .withMessageContaining(refused.words())
                    .satisfies(e -> SUMMARY.add(List.of(film.name(), "refused: " + e.getMessage())));
        }
    }
}
