package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongFilmTest {

    @Test
    void a_film_of_ten_thousand_chunks_is_decided(@TempDir Path stateDirectory) {
        Film film = Film.of(ChunkId.MAX_CHUNKS);
        List<Integer> chunks = IntStream.range(0, film.chunks()).boxed().toList();
        List<AttemptId> attempts = chunks.stream().map(Film::attempt).toList();
        try (BareDecide decide = new BareDecide(DecideSettings.DEFAULT, stateDirectory)) {
            decide.send(film.arrived());
            decide.send(film.split());
            chunks.forEach(chunk -> decide.send(film.ready(chunk)));
            chunks.forEach(chunk -> decide.send(film.upscaled(chunk, attempts.get(chunk))));
            decide.send(film.assembled(Film.attempt(film.chunks())));

            assertThat(decide.sent(Topics.chunkRequested(PoolName.CPU)))
                    .extracting(ChunkRequested::chunk)
                    .containsExactlyElementsOf(chunks);
            assertThat(decide.sent(Topics.ASSEMBLY_REQUESTED))
                    .extracting(AssemblyRequested::winners)
                    .containsExactly(attempts);
            assertThat(decide.sent(Topics.VIDEO_REMASTERED)).hasSize(1);
        }
    }
}
