package io.genga.media.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.request.SourceSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Films of every kind go through every stage of this module, nothing of them is lost, and no comparison raises an alarm. */
class CorpusTest {

    private static final boolean FULL = "full".equals(System.getProperty("genga.tests"));
    private static final int ROUNDS = FULL ? 4 : 1;
    private static final CorpusSummary SUMMARY = new CorpusSummary(
            "The corpus",
            "film",
            "pixels",
            "in",
            "frames/s",
            "begins",
            "shape",
            "beside",
            "becomes",
            "chunks",
            "outcome");

    @TempDir
    Path folder;

    static List<CorpusRow> rows() {
        return CorpusRows.ofRounds(ROUNDS);
    }

    @AfterAll
    static void write_the_summary() throws IOException {
        SUMMARY.write("corpus");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void nothing_is_lost(CorpusRow row) {
        RemasteredThrice remastered = new RemasteredThrice(
                row.target().encoder(), row.target().container(), SourceSelection.EVERYTHING, folder);
        try {
            List<Integer> chunks = remastered.check(row.recipe().make(), row.expected());
            note(row, chunks.stream().map(String::valueOf).collect(Collectors.joining(", ")), row.outcome());
            assertThat(chunks).isSorted().startsWith(1);
        } catch (RuntimeException | AssertionError e) {
            note(
                    row,
                    "",
                    "**"
                            + e.getMessage()
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .findFirst()
                                    .orElse("") + "**");
            throw e;
        }
    }

    private static void note(CorpusRow row, String chunks, String outcome) {
        List<String> line = new ArrayList<>(row.cells());
        line.add(chunks);
        line.add(outcome);
        SUMMARY.add(line);
    }

    @Test
    void every_value_is_in_some_row() {
        Set<Object> found =
                rows().stream().flatMap(row -> row.values().stream()).collect(Collectors.toSet());

        assertThat(found)
                .contains((Object[]) Coding.values())
                .contains((Object[]) SourceContainer.values())
                .contains((Object[]) Beside.values())
                .contains((Object[]) Target.values())
                .contains((Object[]) Pace.values())
                .contains((Object[]) Start.values())
                .contains((Object[]) Shape.values());
        assertThat(rows()).hasSizeGreaterThan(FULL ? 300 : 100).doesNotHaveDuplicates();
    }
}
