package io.genga.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.frames.FramePool;
import io.genga.media.fixture.DrawnChunk;
import io.genga.media.fixture.PlanBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkEncoderTest {

    @TempDir
    Path folder;

    private final FramePool pool = new FramePool();

    static Stream<EncoderSettings> encoders() {
        return Stream.of(
                new X264Settings(20, "medium"),
                new X265Settings(20, "medium"),
                new SvtAv1Settings(30, 10),
                new Ffv1Settings());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void the_same_pictures_give_the_same_bytes(EncoderSettings settings) throws Exception {
        Plan plan = new PlanBuilder().encoder(settings).build();
        Path first = folder.resolve("first.nut");
        Path second = folder.resolve("second.nut");

        EncodedChunk chunk = DrawnChunk.encode(plan, 0, pool, first);
        DrawnChunk.encode(plan, 0, pool, second);

        assertThat(chunk).isEqualTo(new EncodedChunk(10, Files.size(first)));
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void every_packet_has_the_time_stamp_that_the_plan_gives_it(EncoderSettings settings) {
        long[] irregular = {-700, -1, 0, 1, 40_000, 40_001, 95_000};
        Plan plan = new PlanBuilder()
                .encoder(settings)
                .timeBase(1001, 30_000)
                .chunks(irregular)
                .build();
        Path target = folder.resolve("chunk.nut");

        DrawnChunk.encode(plan, 0, pool, target);

        assertThat(NutPackets.read(target, 1001, 30_000))
                .extracting(NutPackets::pts)
                .containsExactlyInAnyOrder(-700L, -1L, 0L, 1L, 40_000L, 40_001L, 95_000L);
    }

    @Test
    void a_chunk_begins_with_an_idr_picture_and_ffv1_has_key_frames_only() {
        Path x264 = folder.resolve("x264.nut");
        Path ffv1 = folder.resolve("ffv1.nut");
        DrawnChunk.encode(new PlanBuilder().build(), 0, pool, x264);
        DrawnChunk.encode(new PlanBuilder().encoder(new Ffv1Settings()).build(), 0, pool, ffv1);

        List<NutPackets> h264 = NutPackets.read(x264, 1, 19_184);
        assertThat(h264.get(0).key()).isTrue();
        assertThat(h264.get(0).hasIdrSlice()).isTrue();
        assertThat(NutPackets.read(ffv1, 1, 19_184)).allMatch(NutPackets::key);
    }

    @Test
    void the_pinned_encoder_says_what_determines_the_bits() {
        PlannedEncoder medium = new PlanBuilder()
                .encoder(new X264Settings(20, "medium"))
                .build()
                .target()
                .encoder();

        assertThat(medium.library()).matches("libx264 \\d+.*, libavcodec \\d+\\.\\d+\\.\\d+");
        assertThat(medium.reorderDepth()).isEqualTo(2);
        assertThat(medium.threads()).isEqualTo(2);
    }

    static Stream<Arguments> qualities() {
        return Stream.of(
                Arguments.of(new X264Settings(20, "medium"), new X264Settings(30, "medium")),
                Arguments.of(new X265Settings(20, "medium"), new X265Settings(30, "medium")),
                Arguments.of(new SvtAv1Settings(20, 10), new SvtAv1Settings(30, 10)));
    }

    @ParameterizedTest
    @MethodSource("qualities")
    void the_parameter_sets_depend_on_size_and_colour_but_not_on_quality(EncoderSettings good, EncoderSettings poor) {
        PlannedEncoder crf20 = pinned(new PlanBuilder().encoder(good));
        PlannedEncoder crf30 = pinned(new PlanBuilder().encoder(poor));
        PlannedEncoder larger = pinned(new PlanBuilder().encoder(good).size(128, 96));

        assertThat(crf30.parameterSets()).isEqualTo(crf20.parameterSets());
        assertThat(larger.parameterSets()).isNotEqualTo(crf20.parameterSets());
    }

    static Stream<EncoderSettings> tuned() {
        return Stream.concat(
                X264Settings.TUNES.stream().map(tune -> new X264Settings(20, "veryfast", tune)),
                X265Settings.TUNES.stream().map(tune -> new X265Settings(20, "veryfast", tune)));
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void every_tune_changes_what_is_encoded_and_no_time_stamp(EncoderSettings settings) throws Exception {
        EncoderSettings untuned =
                settings instanceof X264Settings ? new X264Settings(20, "veryfast") : new X265Settings(20, "veryfast");
        long[] irregular = {-700, -1, 0, 1, 40_000, 40_001, 95_000, 95_001, 96_000, 97_000};
        PlanBuilder film = new PlanBuilder().timeBase(1001, 30_000).chunks(irregular);
        Path tuned = folder.resolve("tuned.nut");
        Path plain = folder.resolve("plain.nut");

        DrawnChunk.encode(film.encoder(settings).build(), 0, pool, tuned);
        DrawnChunk.encode(film.encoder(untuned).build(), 0, pool, plain);

        assertThat(Files.readAllBytes(tuned)).isNotEqualTo(Files.readAllBytes(plain));
        assertThat(NutPackets.read(tuned, 1001, 30_000))
                .extracting(NutPackets::pts)
                .containsExactlyInAnyOrder(Arrays.stream(irregular).boxed().toArray(Long[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ultrafast", "veryslow"})
    void the_most_b_pictures_fit_the_shortest_look_ahead(String preset) {
        for (EncoderSettings settings :
                List.of(new X264Settings(20, preset, "animation"), new X265Settings(20, preset, "animation"))) {
            assertThat(pinned(new PlanBuilder().encoder(settings).size(2560, 1440))
                            .reorderDepth())
                    .isEqualTo(2);
        }
    }

    @Test
    void an_encoder_other_than_the_planned_one_is_refused() {
        Plan plan = new PlanBuilder().build();
        PlannedEncoder there = plan.target().encoder();
        PlannedEncoder newer = new PlannedEncoder(
                there.settings(), "libx264 999", there.threads(), there.reorderDepth(), there.parameterSets());
        PlannedEncoder other = new PlannedEncoder(
                there.settings(), there.library(), there.threads(), there.reorderDepth(), Sha256.of(new byte[1]));

        for (PlannedEncoder planned : List.of(newer, other)) {
            assertThatThrownBy(() ->
                            ChunkEncoder.open(PlanBuilder.withEncoder(plan, planned), folder.resolve("never.nut")))
                    .isInstanceOf(IncapableEncoderException.class)
                    .hasMessageContaining(planned.library());
        }
        assertThat(folder.resolve("never.nut")).doesNotExist();
    }

    @Test
    void the_look_ahead_shrinks_with_the_size_of_the_picture() {
        assertThat(LookAhead.X264.frames("medium", 1280L * 960)).isEqualTo(40);
        assertThat(LookAhead.X264.frames("medium", 2560L * 1920)).isEqualTo(13);
        assertThat(LookAhead.X264.frames("medium", 7680L * 4320)).isEqualTo(10);
        assertThat(LookAhead.X264.frames("ultrafast", 7680L * 4320)).isZero();
    }

    private static PlannedEncoder pinned(PlanBuilder plan) {
        return plan.build().target().encoder();
    }
}
