package io.genga.systemtests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the papers name exists. */
class PapersTest {

    @ParameterizedTest
    @MethodSource("papers")
    void every_file_that_is_linked_exists(Paper paper) {
        assertThat(paper.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
    }

    static List<Paper> papers() {
        return Paper.all();
    }
}
