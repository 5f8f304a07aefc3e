package io.genga.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.ServiceProcess;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bucket as a studio uses it: films are dropped into a real MinIO, which announces them through Kafka, not always reliably.
 * The variable {@code GENGA_TEST_MINIO} names the program of the server.
 */
@EnabledIfEnvironmentVariable(named = "GENGA_TEST_MINIO", matches = ".+")
class MinioInboxTest {

    private static final int OBJECTS = 100;
    private static final int DIFFERENT_FILMS = 5;
    private static final double LOST = 0.05;
    private static final double DOUBLED = 0.3;
    private static final String FROM_MINIO = "minio.notifications";
    private static final String TO_INGEST = "genga.bucket.notifications";

    @Test
    void every_film_that_is_dropped_into_the_bucket_comes_back_once(@TempDir Path folder) {
        Path program = Path.of(System.getenv("GENGA_TEST_MINIO"));
        try (OutsidePlatform platform = OutsidePlatform.withMinio(program, folder, FROM_MINIO);
                ServiceProcess ingest = platform.start("ingest-service", "ingest", ingestSettings());
                ServiceProcess extractor = platform.start("frame-extractor", "extractor", Map.of());
                ServiceProcess worker = platform.start("sr-worker", "worker", Map.of());
                ServiceProcess assembler = platform.start("assembler", "assembler", assemblerSettings(folder));
                UnreliableRelay relay =
                        new UnreliableRelay(platform.bootstrapServers(), FROM_MINIO, TO_INGEST, LOST, DOUBLED)) {
            Set<String> dropped = drop(platform);

            Conditions.await(
                    "MinIO has announced every object", () -> relay.seen() >= OBJECTS, () -> relay.seen() + " seen");
            assertThat(relay.lost()).isPositive();
            assertThat(relay.doubled()).isPositive();
            Conditions.await(
                    "all films are remastered",
                    () -> states(ingest).getOrDefault("REMASTERED", 0L) >= OBJECTS,
                    () -> states(ingest) + extractor.log() + worker.log() + assembler.log());

            assertThat(states(ingest)).isEqualTo(Map.of("REMASTERED", (long) OBJECTS));
            assertThat(resultsByName(platform))
                    .hasSize(OBJECTS)
                    .containsOnlyKeys(dropped)
                    .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
        }
    }

    /** The names of the results that are to come. */
    private static Set<String> drop(OutsidePlatform platform) {
        List<Path> films = IntStream.range(0, DIFFERENT_FILMS)
                .mapToObj(film -> FilmRecipe.testPicture(32, 32, 24, 6 + film).make())
                .toList();
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < OBJECTS; i++) {
            String stem = "film+" + i + " 原画";
            ObjectLocation location =
                    new ObjectLocation(OutsidePlatform.BUCKET, "inbox/studio/season 1/" + stem + ".mp4");
            platform.store().put(location, films.get(i % DIFFERENT_FILMS));
            names.add(stem + ".mp4");
        }
        return names;
    }

    private static Map<String, String> ingestSettings() {
        return Map.of(
                "GENGA_INGEST_NOTIFICATIONS_ENABLED", "true",
                "GENGA_INGEST_NOTIFICATIONS_TOPIC", TO_INGEST,
                "GENGA_INGEST_RECONCILE_INTERVAL", "PT10S");
    }

    private static Map<String, String> assemblerSettings(Path folder) {
        return Map.of("GENGA_ASSEMBLER_STATE_DIRECTORY", folder.resolve("state").toString());
    }

    private static Map<String, Long> states(ServiceProcess ingest) {
        try {
            JsonNode jobs =
                    new ObjectMapper().readTree(ingest.get("/api/v1/jobs").body());
            return IntStream.range(0, jobs.size())
                    .mapToObj(i -> jobs.get(i).get("state").asText())
                    .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> resultsByName(OutsidePlatform platform) {
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<ObjectHead> results = platform.store().list(OutsidePlatform.BUCKET, "outbox/")) {
            results.map(result -> result.location().key())
                    .filter(key -> key.endsWith(".mp4")) // beside them lie pictures and the report
                    .map(key -> key.substring(key.lastIndexOf('/') + 1))
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts;
    }
}
