package io.genga.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.fixture.DrawnChunk;
import io.genga.media.fixture.PlanBuilder;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkDecoderTest {

    @TempDir
    Path folder;

    private final FramePool pool = new FramePool();

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void the_chunks_hold_the_very_pictures_of_the_film(GroupOfPictures groups) throws Exception {
        Path source = FilmRecipe.testPicture(160, 120, 24, 48).grouped(groups).make();
        Plan plan = Remastering.plan(
                        source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(500), folder)
                .plan();
        List<FrameHash> decoded = new ArrayList<>();

        new ChunkCutter(folder)
                .cut(
                        source,
                        plan,
                        chunk -> true,
                        (chunk, file) -> decoded.addAll(decode(file, plan, chunk)),
                        (packets, total) -> {});

        assertThat(decoded).isEqualTo(FilmWitness.frames(source));
    }

    @Test
    void a_picture_that_is_not_there_is_named() {
        Path chunk = drawn(new PlanBuilder().chunks(PlanBuilder.steady(0, 800, 10)));
        Plan longer = drawnPlan(new PlanBuilder().chunks(PlanBuilder.steady(0, 800, 11)));

        corrupt(chunk, longer, "chunk 0, frame 10", "a picture at 8000", "no more pictures");
    }

    @Test
    void a_picture_at_another_time_is_named() {
        Path chunk = drawn(new PlanBuilder().chunks(PlanBuilder.steady(0, 800, 10)));
        Plan other = drawnPlan(
                new PlanBuilder().chunks(LongStream.of(0, 800, 1601, 2400, 7200).toArray()));

        corrupt(chunk, other, "chunk 0, frame 2", "a picture at 1601", "a picture at 1600");
    }

    @Test
    void pictures_outside_the_keep_range_are_dropped() {
        Path chunk = drawn(new PlanBuilder().chunks(PlanBuilder.steady(0, 800, 10)));
        Plan middle = drawnPlan(new PlanBuilder().chunks(PlanBuilder.steady(2400, 800, 4)));

        assertThat(decode(chunk, middle, middle.chunks().get(0)))
                .extracting(FrameHash::pts)
                .containsExactly(2400L, 3200L, 4000L, 4800L);
    }

    @Test
    void pictures_of_another_size_are_refused() {
        Path chunk = drawn(new PlanBuilder().chunks(PlanBuilder.steady(0, 800, 10)));
        Plan larger = new PlanBuilder()
                .size(160, 120)
                .scale(1)
                .chunks(PlanBuilder.steady(0, 800, 10))
                .build();

        corrupt(chunk, larger, "chunk 0, frame 0", "160x120", "64x48");
    }

    @Test
    void damage_is_not_glossed_over() throws Exception {
        PlanBuilder builder = new PlanBuilder().encoder(new Ffv1Settings()).chunks(PlanBuilder.steady(0, 800, 10));
        Path chunk = drawn(builder);
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(chunk, bytes);

        corrupt(chunk, drawnPlan(builder), "chunk 0, frame");
    }

    @Test
    void a_file_that_is_no_chunk_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("chunk.nut"), "not a chunk");

        corrupt(text, drawnPlan(new PlanBuilder()), "chunk 0", text.toString());
    }

    private void corrupt(Path file, Plan plan, String... messages) {
        assertThatThrownBy(() -> decode(file, plan, plan.chunks().get(0)))
                .isInstanceOf(MediaCorruptException.class)
                .hasMessageContainingAll(messages);
    }

    private Path drawn(PlanBuilder builder) {
        Path chunk = folder.resolve("drawn.nut");
        DrawnChunk.encode(drawnPlan(builder), 0, pool, chunk);
        return chunk;
    }

    /** Of pictures that are as large after the work as before, so that a result can be read as a chunk. */
    private static Plan drawnPlan(PlanBuilder builder) {
        return builder.scale(1).build();
    }

    private List<FrameHash> decode(Path file, Plan plan, PlannedChunk chunk) {
        List<FrameHash> frames = new ArrayList<>();
        try (ChunkDecoder decoder = ChunkDecoder.open(file, plan, chunk, pool)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame frame = next.get()) {
                    assertThat(frame.colour()).isEqualTo(plan.source().colour());
                    frames.add(new FrameHash(frame.pts(), md5(frame)));
                }
            }
        }
        return frames;
    }

    private static String md5(Frame frame) {
        MessageDigest digest = newMd5();
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            for (int y = 0; y < frame.format().planeHeight(plane); y++) {
                digest.update(frame.plane(plane)
                        .slice(y * frame.format().stride(plane), frame.format().planeWidth(plane)));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
