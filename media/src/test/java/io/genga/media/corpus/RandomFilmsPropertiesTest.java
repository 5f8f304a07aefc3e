package io.genga.media.corpus;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Films of random groups of pictures, times and streams go through every stage of this module. The report of a failure shows the film, and the
 * seed that makes it again.
 */
class RandomFilmsPropertiesTest {

    private static final boolean FULL = "full".equals(System.getProperty("genga.tests"));
    private static final int FILMS_IN_A_TRY = FULL ? 20 : 1;

    @Provide
    Arbitrary<List<RandomFilm>> films() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, CorpusRow.FRAMES - 1);
        Arbitrary<Groups> groups = Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(true, false),
                        numbers.set().ofMaxSize(4).map(List::copyOf))
                .as(Groups::new);
        Arbitrary<RandomFilm> film = Combinators.combine(
                        Arbitraries.of(
                                SourceContainer.MATROSKA,
                                SourceContainer.MP4,
                                SourceContainer.MOV,
                                SourceContainer.TRANSPORT_STREAM),
                        groups,
                        Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(0.0, 0.5, 1.25),
                        Arbitraries.of(Beside.values()))
                .as(RandomFilm::new)
                .filter(made -> made.beside().isPossible(made.container())
                        && made.beside().isPossible(OutputContainer.MATROSKA));
        return film.list().ofSize(FILMS_IN_A_TRY);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void nothing_is_lost(@ForAll("films") List<RandomFilm> films) throws IOException {
        for (RandomFilm film : films) {
            Path folder = Files.createTempDirectory("random-film");
            Path file = film.recipe().make();
            try {
                new RemasteredThrice(new Ffv1Settings(), OutputContainer.MATROSKA, SourceSelection.EVERYTHING, folder)
                        .check(file, film.expected());
            } finally {
                Files.deleteIfExists(file);
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
