package io.genga.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store behind the port must do. Each test keeps to keys of its own, all in one bucket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectStoreContract {

    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] DRAWING = "a key drawing".getBytes(StandardCharsets.UTF_8);

    private final String bucket = "genga-" + UUID.randomUUID();
    private ObjectStore store;
    private Path film;

    @TempDir
    private static Path directory;

    /** Called once, before all; the contract closes what it returns. */
    abstract ObjectStore connect();

    /** Called once, after all. */
    abstract void stopServer();

    @BeforeAll
    void connectToBucket() {
        store = connect();
        store.createBucketIfAbsent(bucket);
        film = file("film", random(40 * MEBIBYTE + 1));
    }

    @AfterAll
    void leaveNothing() {
        store.deleteAll(bucket, "");
        store.close();
        stopServer();
    }

    @Test
    void what_was_put_is_read_again() throws IOException {
        ObjectReference reference = store.put(at("plan.json"), DRAWING);

        assertThat(reference).isEqualTo(new ObjectReference(bucket, "plan.json", 13, Sha256.of(DRAWING)));
        try (InputStream content = store.open(at("plan.json"))) {
            assertThat(content.readAllBytes()).isEqualTo(DRAWING);
        }
    }

    @Test
    void an_object_may_be_empty() {
        ObjectReference reference = store.put(at("empty"), new byte[0]);

        assertThat(read(reference)).isEmpty();
        assertThat(store.head(at("empty")).orElseThrow().size()).isZero();
    }

    @Test
    void a_second_put_replaces_the_first() {
        store.put(at("replaced"), new byte[100]);
        ObjectReference second = store.put(at("replaced"), file("second", DRAWING));

        assertThat(read(second)).isEqualTo(DRAWING);
        assertThat(store.head(at("replaced")).orElseThrow().sha256()).contains(Sha256.of(DRAWING));
    }

    @Test
    void a_head_tells_size_sha256_and_age() {
        Instant before = Instant.now().minusSeconds(60);
        ObjectReference reference = store.put(at("head"), file("head", DRAWING));

        ObjectHead head = store.head(at("head")).orElseThrow();

        assertThat(head.location()).isEqualTo(ObjectLocation.of(reference));
        assertThat(head.size()).isEqualTo(13);
        assertThat(head.sha256()).contains(reference.sha256());
        assertThat(head.etag()).isNotEmpty().doesNotContain("\"");
        assertThat(head.lastModified()).isBetween(before, Instant.now().plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "of several parts"})
    void what_is_noted_beside_an_object_comes_with_its_head(String kind) {
        String longest = "0:z".repeat(620);
        ObjectMetadata noted = new ObjectMetadata(Map.of("computed-shares", longest, "by", "a worker, 1 of 2"));
        Path content = kind.equals("small") ? file("noted", DRAWING) : film;

        ObjectReference reference = store.put(at("noted " + kind), content, noted);

        ObjectHead head = store.head(ObjectLocation.of(reference)).orElseThrow();
        assertThat(head.metadata()).containsAllEntriesOf(noted.entries());
        assertThat(head.sha256()).contains(reference.sha256());
        assertThat(store.put(at("noted " + kind), content)).isEqualTo(reference);
        assertThat(store.head(at("noted " + kind)).orElseThrow().metadata()).containsOnlyKeys("sha256");
    }

    @Test
    void a_listing_and_a_head_tell_the_same_revision() {
        store.put(at("revision/1"), DRAWING);

        ObjectHead listed = store.list(bucket, "revision/").findFirst().orElseThrow();
        ObjectHead head = store.head(at("revision/1")).orElseThrow();

        assertThat(revision(listed)).isEqualTo(revision(head));
    }

    private static String revision(ObjectHead head) {
        return new SourceObject(head.location().bucket(), head.location().key(), head.size(), head.etag(), null)
                .revision();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b c.mkv", "原画/第1話.mkv", "+%&#?=~'\"<>;,:@$!*()[]{}|^`.bin", "100%25", "é/e\u0301"})
    void any_key_is_kept_as_it_is(String name) throws Exception {
        ObjectLocation location = at("keys/" + name);
        store.put(location, DRAWING);

        assertThat(read(location)).isEqualTo(DRAWING);
        assertThat(store.list(bucket, location.key()))
                .extracting(ObjectHead::location)
                .containsExactly(location);
        assertThat(get(store.presignGet(location, Duration.ofMinutes(1))).body())
                .isEqualTo(DRAWING);
        store.delete(location);
        assertThat(store.head(location)).isEmpty();
    }

    @Test
    void a_file_of_several_parts_comes_back_whole() throws IOException {
        ObjectReference reference = store.put(at("film.mkv"), film);

        assertThat(reference.size()).isEqualTo(40L * MEBIBYTE + 1);
        assertThat(store.head(at("film.mkv")).orElseThrow().sha256()).contains(reference.sha256());
        Path copy = directory.resolve("copy.mkv");
        store.fetch(reference, copy);
        assertThat(Files.mismatch(film, copy)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 * MEBIBYTE - 1, 16 * MEBIBYTE, 16 * MEBIBYTE + 1})
    void a_stream_of_any_length_is_stored(int length) throws IOException {
        byte[] content = random(length);

        ObjectReference reference = store.put(at("stream"), new ByteArrayInputStream(content));

        assertThat(reference).isEqualTo(new ObjectReference(bucket, "stream", length, Sha256.of(content)));
        assertThat(read(reference)).isEqualTo(content);
    }

    @Test
    void a_stream_that_breaks_stores_nothing() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(new byte[20 * MEBIBYTE]), new BrokenInputStream("the disk is gone"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(at("broken"), broken))
                .withMessageContainingAll(bucket + "/broken", "the disk is gone");
        assertThat(store.head(at("broken"))).isEmpty();
    }

    @Test
    void of_many_who_put_if_absent_one_alone_succeeds() throws Exception {
        int writers = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                // Equal content: a loser must not take the winner's object for its own.
                Path file = file("racer" + writer, DRAWING);
                Callable<Boolean> race = () -> {
                    start.await();
                    return store.putIfAbsent(at("race"), file);
                };
                outcomes.add(executor.submit(race));
            }
            start.countDown();
            int winners = 0;
            for (Future<Boolean> outcome : outcomes) {
                winners += outcome.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
            assertThat(read(at("race"))).isEqualTo(DRAWING);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void what_is_there_is_not_replaced_by_put_if_absent() {
        store.put(at("kept"), DRAWING);

        assertThat(store.putIfAbsent(at("kept"), file("other", new byte[1]))).isFalse();
        assertThat(store.putIfAbsent(at("kept"), film)).isFalse();
        assertThat(read(at("kept"))).isEqualTo(DRAWING);
    }

    @Test
    void a_film_of_several_parts_is_put_if_absent() {
        assertThat(store.putIfAbsent(at("absent.mkv"), film)).isTrue();
        assertThat(store.head(at("absent.mkv")).orElseThrow().size()).isEqualTo(40L * MEBIBYTE + 1);
    }

    @Test
    void a_fetched_file_is_described_as_found() throws IOException {
        ObjectReference reference = store.put(at("found"), DRAWING);
        Path target = directory.resolve("found");

        assertThat(store.fetch(at("found"), target)).isEqualTo(reference);
        assertThat(target).hasBinaryContent(DRAWING);
    }

    @Test
    void a_corrupt_object_is_refused_and_leaves_no_file() throws IOException {
        ObjectReference promised = store.put(at("corrupt"), DRAWING);
        store.put(at("corrupt"), "a lay drawing".getBytes(StandardCharsets.UTF_8));
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThatExceptionOfType(ObjectCorruptException.class)
                .isThrownBy(() -> store.fetch(promised, empty.resolve("target")))
                .withMessageContainingAll(bucket + "/corrupt", promised.sha256().value());
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void a_truncated_object_is_refused() {
        ObjectReference promised = store.put(at("truncated"), DRAWING);
        store.put(at("truncated"), "a key".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(ObjectCorruptException.class)
                .isThrownBy(() -> store.fetch(promised, directory.resolve("truncated")))
                .withMessageContainingAll("5 bytes", "13 bytes");
    }

    @Test
    void a_missing_object_is_named() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("nothing"));

        assertThat(store.head(at("missing"))).isEmpty();
        assertThatExceptionOfType(ObjectMissingException.class)
                .isThrownBy(() -> store.open(at("missing")))
                .withMessageContainingAll(bucket + "/missing", "http");
        assertThatExceptionOfType(ObjectMissingException.class)
                .isThrownBy(() -> store.fetch(at("missing"), empty.resolve("target")));
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void a_missing_bucket_is_named() {
        ObjectLocation nowhere = new ObjectLocation("genga-no-such-bucket", "key");

        assertThatExceptionOfType(ObjectMissingException.class)
                .isThrownBy(() -> store.put(nowhere, DRAWING))
                .withMessageContaining("genga-no-such-bucket/key");
        assertThatExceptionOfType(ObjectMissingException.class)
                .isThrownBy(() -> store.list("genga-no-such-bucket", "").count());
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(at("no-file"), directory.resolve("no.mkv")))
                .withMessageContaining("no.mkv");
    }

    @Test
    void a_target_that_cannot_be_written_is_named() {
        store.put(at("target"), DRAWING);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.fetch(at("target"), directory.resolve("no/such/directory")))
                .withMessageContaining("no/such/directory");
    }

    @Test
    void a_bucket_that_exists_is_left_alone() {
        store.put(at("before"), DRAWING);
        store.createBucketIfAbsent(bucket);

        assertThat(read(at("before"))).isEqualTo(DRAWING);
    }

    @Test
    void a_listing_goes_on_beyond_one_page_and_all_of_it_is_deleted() throws Exception {
        List<String> keys = IntStream.range(0, 1_050)
                .mapToObj(index -> String.format("many/鍵 %04d", index))
                .toList();
        putAll(keys);
        store.put(at("many-more"), DRAWING);

        try (Stream<ObjectHead> listing = store.list(bucket, "many/")) {
            assertThat(listing.map(head -> head.location().key())).containsExactlyElementsOf(keys);
        }
        store.deleteAll(bucket, "many/");
        assertThat(store.list(bucket, "many")).extracting(ObjectHead::location).containsExactly(at("many-more"));
    }

    private void putAll(List<String> keys) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Callable<ObjectReference>> puts = keys.stream()
                    .map(key -> (Callable<ObjectReference>) () -> store.put(at(key), new byte[0]))
                    .toList();
            for (Future<ObjectReference> put : executor.invokeAll(puts)) {
                put.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_prefix_without_objects_lists_nothing() {
        assertThat(store.list(bucket, "nothing/here/")).isEmpty();
        store.deleteAll(bucket, "nothing/here/");
    }

    @Test
    void deleting_twice_is_fine() {
        store.put(at("deleted"), DRAWING);

        store.delete(at("deleted"));
        store.delete(at("deleted"));

        assertThat(store.head(at("deleted"))).isEmpty();
    }

    @Test
    void a_signed_url_takes_an_upload() throws Exception {
        ObjectLocation location = at("uploads/第1話 +%.mkv");
        HttpRequest upload = HttpRequest.newBuilder(store.presignPut(location, Duration.ofMinutes(1)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(DRAWING))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(location)).isEqualTo(DRAWING);
        assertThat(store.head(location).orElseThrow().sha256()).isEmpty();
    }

    @Test
    void a_url_that_is_not_signed_is_refused() throws Exception {
        store.put(at("private"), DRAWING);
        URI signed = store.presignGet(at("private"), Duration.ofMinutes(1));

        assertThat(get(signed).statusCode()).isEqualTo(200);
        assertThat(get(signed.resolve(signed.getRawPath())).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(1).nextBytes(content);
        return content;
    }

    private ObjectLocation at(String key) {
        return new ObjectLocation(bucket, key);
    }

    private byte[] read(ObjectReference reference) {
        return read(ObjectLocation.of(reference));
    }

    private byte[] read(ObjectLocation location) {
        try (InputStream content = store.open(location)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
