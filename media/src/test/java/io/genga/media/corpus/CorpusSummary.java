package io.genga.media.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of each film, as a table in Markdown below {@code target}. */
final class CorpusSummary {

    private final String title;
    private final List<String> columns;
    private final List<List<String>> lines = new ArrayList<>();

    CorpusSummary(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    void add(List<String> line) {
        lines.add(line);
    }

    /** @param name of the file, without its ending */
    void write(String name) throws IOException {
        List<String> text = new ArrayList<>(List.of(
                "# " + title,
                "",
                row(columns),
                row(columns.stream().map(column -> "---").toList())));
        lines.forEach(line -> text.add(row(line)));
        Path folder = Files.createDirectories(Path.of("target", "corpus"));
        Files.write(folder.resolve(name + ".md"), text);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
