package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever the order in which topics are read, however often events are repeated, whichever attempts fail or fall silent:
 * a job ends once, and every chunk is done.
 */
class InterleavingProperty {

    private static final int CREDIT = 3;
    private static final DecideSettings SETTINGS = new DecideSettings(
            CREDIT,
            3,
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofDays(7),
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            0);
    private static Path stateDirectory;
    private static BareDecide decide;

    @BeforeContainer
    static void open() throws IOException {
        stateDirectory = Files.createTempDirectory("decide");
        decide = new BareDecide(SETTINGS, stateDirectory);
    }

    @AfterTry
    void forget() {
        decide.forgetSent();
    }

    @AfterContainer
    static void close() throws IOException {
        decide.close();
        try (Stream<Path> files = Files.walk(stateDirectory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 150)
    void every_interleaving_ends_in_one_film(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int chunks) {
        Film film = Film.of(chunks);
        RandomWorld world = new RandomWorld(film, decide, new Random(seed));

        world.run();

        assertThat(decide.sent(Topics.VIDEO_REMASTERED)).hasSize(1);
        assertThat(decide.sent(Topics.VIDEO_FAILED)).isEmpty();
        assertThat(decide.sent(Topics.VIDEO_CANCELLED)).isEmpty();
        assertThat(world.mostOutstandingBeforeSilence()).isLessThanOrEqualTo(CREDIT);
        assertThat(requestedOrFoundFinished(world))
                .containsAll(IntStream.range(0, chunks).boxed().toList());
        assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.winners()).isEqualTo(world.firstResults()));
        assertStatusesNeverGoBack();
    }

    @Property(tries = 100)
    void a_job_that_is_cancelled_in_any_moment_ends_once(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int moment) {
        Film film = Film.of(5);
        RandomWorld world = new RandomWorld(film, decide, new Random(seed));

        world.cancelAfter(moment);
        world.run();

        int ends = decide.sent(Topics.VIDEO_REMASTERED).size()
                + decide.sent(Topics.VIDEO_CANCELLED).size();
        assertThat(ends).isEqualTo(1);
        assertStatusesNeverGoBack();
    }

    private List<Integer> requestedOrFoundFinished(RandomWorld world) {
        List<Integer> requested = new ArrayList<>(world.foundFinished());
        decide.sent(Topics.chunkRequested(PoolName.CPU)).stream()
                .map(ChunkRequested::chunk)
                .forEach(requested::add);
        return requested;
    }

    private void assertStatusesNeverGoBack() {
        List<JobStatus> statuses = decide.sent(Topics.JOB_STATUS);
        assertThat(statuses).extracting(JobStatus::state).isSorted();
        assertThat(statuses).extracting(JobStatus::chunksDone).isSorted();
        assertThat(statuses.stream().filter(status -> status.state().ended())).hasSize(1);
    }
}
