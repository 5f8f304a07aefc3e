package io.genga.systemtests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the papers name exists. */
class PapersTest {

    private static final Set<String> CLASSES = classes();

    @ParameterizedTest
    @MethodSource("papers")
    void every_file_that_is_linked_exists(Paper paper) {
        assertThat(paper.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_file_that_is_named_exists(Paper paper) {
        assertThat(paper.files())
                .allSatisfy(name -> assertThat(paper.findsFile(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_class_that_is_named_exists(Paper paper) {
        assertThat(CLASSES).containsAll(paper.classes());
    }

    private static Set<String> classes() {
        try (Stream<Path> files = Files.walk(Repository.root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Paper> papers() {
        return Paper.all();
    }
}
