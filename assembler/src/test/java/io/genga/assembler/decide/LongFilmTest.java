package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.event.VideoRemastered;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.PoolName;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real stores, but without the driver, which forces its files to the disk after every event. */
class LongFilmTest {

    private static final Film FILM = Film.of(ChunkId.MAX_CHUNKS);

    private final DecideProcessor decide = new DecideProcessor(DecideSettings.DEFAULT, Set.of(PoolName.CPU));
    private MockProcessorContext<String, JobEvent> context;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDirectory.toFile());
        context.setCurrentSystemTimeMs(DecideDriver.START.toEpochMilli());
        Stream.concat(DecideStores.ofTask().stream(), Stream.of(DecideStores.ofEveryInstance()))
                .forEach(this::open);
        decide.init(context);
    }

    @AfterEach
    void close() {
        context.<StateStore>getStateStore("jobs").close();
        context.<StateStore>getStateStore("chunks").close();
    }

    @Test
    void a_film_of_ten_thousand_chunks_is_decided() {
        process(FILM.arrived());
        process(FILM.split());
        IntStream.range(0, FILM.chunks()).forEach(chunk -> process(FILM.ready(chunk)));
        IntStream.range(0, FILM.chunks()).forEach(chunk -> process(FILM.upscaled(chunk, Film.attempt(chunk))));
        process(FILM.assembled(Film.attempt(FILM.chunks())));

        assertThat(sent(ChunkRequested.class).map(ChunkRequested::chunk))
                .containsExactlyElementsOf(
                        IntStream.range(0, FILM.chunks()).boxed().toList());
        assertThat(sent(AssemblyRequested.class)).singleElement().satisfies(request -> assertThat(request.winners())
                .containsExactlyElementsOf(IntStream.range(0, FILM.chunks())
                        .mapToObj(Film::attempt)
                        .toList()));
        assertThat(sent(VideoRemastered.class)).hasSize(1);
    }

    private void open(StoreBuilder<?> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private void process(JobEvent event) {
        decide.process(new Record<>(event.job().value(), event, DecideDriver.START.toEpochMilli()));
    }

    private <E extends JobEvent> Stream<E> sent(Class<E> kind) {
        return context.forwarded().stream()
                .map(forwarded -> forwarded.record().value())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
