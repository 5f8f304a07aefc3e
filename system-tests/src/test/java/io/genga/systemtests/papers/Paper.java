package io.genga.systemtests.papers;

import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text for people, in Markdown. */
record Paper(Path path, String text) {

    private static final Pattern COMMANDS = Pattern.compile("```bash\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]+)+");
    private static final Pattern FILE =
            Pattern.compile("(?!path/to/|application/)[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|#)([^)#]+)");

    static Paper read(Path path) {
        try {
            return new Paper(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the repository has, but for what builds have left. */
    static List<Paper> all() {
        try (Stream<Path> files = Files.walk(Repository.root())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .map(Paper::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of all blocks that are for the shell, without comments. */
    List<String> commands() {
        return COMMANDS.matcher(text)
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Every link to another file, as a path. */
    List<Path> linkedFiles() {
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> path.resolveSibling(link.group(1)).normalize())
                .toList();
    }

    /** Every name in code type that looks like one of our classes. */
    List<String> classes() {
        return names().filter(name -> CLASS.matcher(name).matches()).distinct().toList();
    }

    /** Every name in code type that looks like a file or folder below this paper's folder or the repository's. */
    List<String> files() {
        return names().filter(name -> name.contains("/") && FILE.matcher(name).matches())
                .distinct()
                .toList();
    }

    boolean findsFile(String name) {
        return Files.exists(path.resolveSibling(name))
                || Files.exists(Repository.root().resolve(name));
    }

    private Stream<String> names() {
        return NAME.matcher(text).results().map(name -> name.group(1));
    }

    @Override
    public String toString() {
        return Repository.root().relativize(path).toString();
    }
}
