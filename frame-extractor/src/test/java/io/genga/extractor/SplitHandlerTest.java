package io.genga.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.UsedNetwork;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectLocation;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.runtime.work.WorkConfiguration;
import io.genga.runtime.work.WorkReporter;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from an arrival to stored and announced chunks, against a real store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SplitHandlerTest {

    private static final String KEY = "inbox/default/film.mp4";
    private static final int FRAMES = 48;
    private static final Path FILM = FilmRecipe.testPicture(96, 64, 24, FRAMES).make();

    /** In MPEG-2, whose packets are not looked into before they are decoded. */
    private static final Path INTERLACED = FilmRecipe.testPicture(160, 120, 50, FRAMES)
            .filtered("tinterlace=interleave_top")
            .encoded("-c:v", "mpeg2video", "-b:v", "2M", "-g", "12")
            .make();

    private final Set<JobId> ended = ConcurrentHashMap.newKeySet();
    private Path scratch;
    private TestStore store;

    @BeforeAll
    void startStore(@TempDir Path folder) {
        scratch = folder.resolve("scratch");
        store = TestStore.start(folder.resolve("store"));
    }

    @AfterAll
    void stopStore() {
        store.close();
    }

    @Test
    void a_film_becomes_a_plan_and_chunks_that_are_announced_once_they_are_stored() throws IOException {
        store.put(KEY, FILM);
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome outcome = split(arrival(), published, SingleAttempt.undisturbed());

        assertThat(outcome).isInstanceOf(Done.class);
        VideoSplit split = published.on(Topics.VIDEO_SPLIT).get(0);
        Plan plan = readPlan(split);
        assertThat(split.frames()).isEqualTo(FRAMES);
        assertThat(split.networks())
                .containsExactly(
                        new UsedNetwork("nearest-x2", plan.network().reference().sha256(), "fp32", "Apache-2.0"));
        assertThat(plan.chunks()).hasSize(split.chunks()).hasSizeGreaterThan(1);
        List<ChunkReady> ready = published.on(Topics.CHUNK_READY);
        assertThat(ready).extracting(ChunkReady::chunk).containsExactlyElementsOf(indices(split.chunks()));
        assertThat(ready).allSatisfy(chunk -> {
            assertThat(chunk.fingerprint())
                    .isEqualTo(plan.chunks().get(chunk.chunk()).fingerprint());
            assertThat(store.client().head(ObjectLocation.of(chunk.packets()))).isPresent();
        });
        assertThat(published.published().get(0).topic()).isEqualTo(Topics.WORK_PROGRESS);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void a_second_delivery_announces_the_same_chunks_and_writes_none_anew() throws IOException {
        store.put(KEY, FILM);
        RecordingEventPublisher first = new RecordingEventPublisher();
        RecordingEventPublisher second = new RecordingEventPublisher();
        VideoArrived arrival = arrival();

        split(arrival, first, SingleAttempt.undisturbed());
        Map<String, Instant> chunks = chunksOf(arrival);
        split(arrival, second, SingleAttempt.undisturbed());

        assertThat(second.on(Topics.CHUNK_READY)).isEqualTo(first.on(Topics.CHUNK_READY));
        assertThat(chunksOf(arrival)).isEqualTo(chunks);
    }

    @Test
    void what_was_stopped_goes_on_where_it_was() throws IOException {
        store.put(KEY, FILM);
        VideoArrived arrival = arrival();
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome stopped = split(arrival, published, SingleAttempt.stoppedAfter(FRAMES / 2));
        Map<String, Instant> before = chunksOf(arrival);
        WorkOutcome done = split(arrival, published, SingleAttempt.undisturbed());

        assertThat(stopped).isInstanceOf(RetryLater.class);
        assertThat(done).isInstanceOf(Done.class);
        assertThat(chunksOf(arrival)).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
    }

    @Test
    void a_broken_plan_is_made_again() throws IOException {
        store.put(KEY, FILM);
        VideoArrived arrival = arrival();
        ObjectLocation location =
                new ObjectLocation(TestStore.BUCKET, ObjectKeys.plan(arrival.tenant(), arrival.job()));
        store.client().put(location, "{\"version\":".getBytes(StandardCharsets.UTF_8));
        RecordingEventPublisher published = new RecordingEventPublisher();

        split(arrival, published, SingleAttempt.undisturbed());

        assertThat(readPlan(published.on(Topics.VIDEO_SPLIT).get(0)).frameCount())
                .isEqualTo(FRAMES);
    }

    @Test
    void nothing_is_done_for_an_ended_job() throws IOException {
        RecordingEventPublisher published = new RecordingEventPublisher();
        store.put(KEY, FILM);
        VideoArrived arrival = arrival();
        ended.add(arrival.job());

        assertThat(split(arrival, published, SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        assertThat(published.published()).isEmpty();
    }

    @Test
    void a_missing_film_is_rejected() throws IOException {
        store.put(KEY, FILM);
        VideoArrived arrival = arrival();
        store.client().delete(new ObjectLocation(TestStore.BUCKET, KEY));

        assertThat(rejection(arrival)).contains("film.mp4", "no longer in the store");
    }

    @Test
    void a_film_that_was_replaced_after_it_was_accepted_is_rejected() throws IOException {
        store.put(KEY, FILM);
        VideoArrived arrival = arrival();
        store.put(KEY, FilmRecipe.testPicture(64, 96, 24, FRAMES).make());

        assertThat(rejection(arrival)).contains("film.mp4", "was replaced", "submit it again");
        assertThat(chunksOf(arrival)).isEmpty();
    }

    @Test
    void what_is_no_film_is_rejected(@TempDir Path folder) throws IOException {
        store.put(KEY, Files.writeString(folder.resolve("notes.txt"), "not a film"));

        assertThat(rejection(arrival())).contains("film.mp4");
    }

    @Test
    void an_interlaced_film_is_rejected_with_what_helps() throws IOException {
        store.put(KEY, INTERLACED);

        assertThat(rejection(arrival()))
                .startsWith("'film.mp4' is interlaced (top field first")
                .contains("deinterlace");
    }

    @Test
    void an_interlaced_film_that_is_to_be_deinterlaced_is_decoded_into_chunks_of_its_own() throws IOException {
        store.put(KEY, INTERLACED);
        RecordingEventPublisher published = new RecordingEventPublisher();
        SourceSelection deinterlace = new SourceSelection(null, Set.of(), InterlacedHandling.DEINTERLACE, null);

        split(arrival(deinterlace), published, SingleAttempt.undisturbed());

        VideoSplit split = published.on(Topics.VIDEO_SPLIT).get(0);
        assertThat(split.frames()).isEqualTo(FRAMES);
        assertThat(split.notes()).singleElement().asString().contains("was deinterlaced");
        assertThat(readPlan(split).source().intermediate())
                .isEqualTo(new PlannedIntermediate("ffv1", FieldOrder.TOP_FIRST, null));
        assertThat(published.on(Topics.CHUNK_READY)).hasSize(split.chunks());
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void a_film_that_cannot_be_decoded_where_it_must_be_is_rejected(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(INTERLACED);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 400, (byte) 0x55);
        store.put(KEY, Files.write(folder.resolve("film.mp4"), bytes));
        RecordingEventPublisher published = new RecordingEventPublisher();
        SourceSelection deinterlace = new SourceSelection(null, Set.of(), InterlacedHandling.DEINTERLACE, null);

        assertThat(split(arrival(deinterlace), published, SingleAttempt.undisturbed()))
                .isInstanceOf(Done.class);

        assertThat(published.on(Topics.VIDEO_REJECTED))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).contains("is damaged at", "--salvage"));
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void a_split_that_keeps_failing_is_rejected_with_its_reason() {
        RecordingEventPublisher published = new RecordingEventPublisher();
        store.put(KEY, FILM);

        handler(published)
                .onDeadLetter(
                        arrival(),
                        "the disk is full",
                        SingleAttempt.undisturbed().trace());

        assertThat(published.on(Topics.VIDEO_REJECTED).get(0).reason()).contains("the disk is full");
    }

    private String rejection(VideoArrived arrival) throws IOException {
        RecordingEventPublisher published = new RecordingEventPublisher();
        assertThat(split(arrival, published, SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        assertThat(published.published())
                .extracting(RecordingEventPublisher.Published::topic)
                .containsExactly(Topics.WORK_PROGRESS, (Topic<?>) Topics.VIDEO_REJECTED);
        List<VideoRejected> rejected = published.on(Topics.VIDEO_REJECTED);
        return rejected.get(0).reason();
    }

    private WorkOutcome split(VideoArrived arrival, RecordingEventPublisher published, WorkContext context)
            throws IOException {
        return handler(published).handle(arrival, context);
    }

    private SplitHandler handler(RecordingEventPublisher published) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(StoreConfiguration.class)
                .withMapping(WorkConfiguration.class)
                .withMapping(ExtractorConfiguration.class)
                .withDefaultValue("genga.store.bucket", TestStore.BUCKET)
                .withDefaultValue("genga.store.access-key", "unused")
                .withDefaultValue("genga.store.secret-key", "unused")
                .withDefaultValue("genga.extractor.chunk-duration", "PT0.5S")
                .build();
        StoreConfiguration storeConfiguration = config.getConfigMapping(StoreConfiguration.class);
        Instance instance = new Instance("frame-extractor", Optional.of("test"), Optional.of(scratch), List.of("cpu"));
        PlatformNetworks networks = new PlatformNetworks(store.client(), storeConfiguration, instance);
        StoredPlans plans = new StoredPlans(
                store.client(), storeConfiguration, networks, config.getConfigMapping(ExtractorConfiguration.class));
        return new SplitHandler(
                new VideoSplitter(store.client(), published, instance, plans, storeConfiguration),
                ended::contains,
                new WorkReporter(published, config.getConfigMapping(WorkConfiguration.class)),
                published,
                instance.worker("frame-extractor-0"));
    }

    private VideoArrived arrival() {
        return arrival(null);
    }

    private VideoArrived arrival(SourceSelection selection) {
        Sha256 nearest = NetworkCatalogue.builtIn()
                .find("nearest-x2")
                .orElseThrow()
                .manifest()
                .sha256();
        return new VideoArrived(
                TenantId.DEFAULT,
                JobId.random(),
                "film.mp4",
                store.source(KEY),
                new RemasterRequest(
                        new NetworkReference("nearest-x2", nearest),
                        new X264Settings(18, "ultrafast"),
                        OutputContainer.MATROSKA,
                        "film.mkv",
                        PoolName.CPU,
                        null,
                        DrawingReuse.OFF,
                        selection),
                Instant.EPOCH,
                null);
    }

    private Map<String, Instant> chunksOf(VideoArrived arrival) {
        return store.written(ObjectKeys.jobPrefix(arrival.tenant(), arrival.job()) + "chunks/");
    }

    private Plan readPlan(VideoSplit split) throws IOException {
        try (InputStream json = store.client().open(ObjectLocation.of(split.plan()))) {
            return ContractJson.read(json.readAllBytes(), Plan.class);
        }
    }

    private static List<Integer> indices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
