package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.probe.RefusedMediaException;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FilmPlannerTest {

    private static final Sha256 NETWORK = new Sha256("1".repeat(64));
    private static final Sha256 SOURCE = new Sha256("2".repeat(64));
    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 48);

    private static Plan plan(Path film, String job, OutputContainer container, Sha256 network) {
        return plan(film, job, container, network, null, null);
    }

    private static Plan plan(
            Path film,
            String job,
            OutputContainer container,
            Sha256 network,
            PictureSize reducedTo,
            PictureSettings picture) {
        NetworkReference reference = new NetworkReference("nearest-x2", network);
        RemasterRequest request = new RemasterRequest(
                reference,
                new X264Settings(18, "ultrafast"),
                container,
                "film." + container.extension(),
                new PoolName("cpu"),
                null,
                DrawingReuse.OFF,
                null,
                null,
                null,
                null,
                picture,
                List.of());
        FilmPlanner planner = new FilmPlanner(EncoderProbe.withThreads(2));
        return planner.plan(new FilmPlanRequest(
                new TenantId("studio"),
                new JobId(job.repeat(32)),
                film,
                "film.mp4",
                new ObjectReference("media", "inbox/film.mp4", 1, SOURCE),
                request,
                new PlannedNetwork(
                        reference,
                        "fp32",
                        2,
                        new PlannedTiles(64, 64, 4),
                        DrawingReuse.OFF,
                        null,
                        null,
                        reducedTo,
                        null,
                        List.of()),
                Duration.ofSeconds(1)));
    }

    private static Plan plan(Path film) {
        return plan(film, "a", OutputContainer.MP4, NETWORK);
    }

    @Test
    void the_plan_says_what_will_come_out() {
        Plan plan = plan(PICTURE.filtered("setsar=8/9").make());

        assertThat(plan.frameCount()).isEqualTo(48);
        assertThat(plan.chunks()).hasSize(2);
        assertThat(plan.target().width()).isEqualTo(128);
        assertThat(plan.target().height()).isEqualTo(96);
        assertThat(plan.target().sampleAspectRatio()).isEqualTo(new Rational(8, 9));
        assertThat(plan.target().colour())
                .isEqualTo(new ColourTags("smpte170m", "smpte170m", "smpte170m", "tv", "left"));
        assertThat(plan.target().encoder().library()).contains("x264");
        assertThat(plan.source().object().sha256()).isEqualTo(SOURCE);
    }

    @Test
    void pictures_are_as_high_as_asked_for_and_keep_their_shape() {
        Path film = PICTURE.filtered("setsar=8/9").make();

        Plan plan = plan(
                film, "a", OutputContainer.MP4, NETWORK, new PictureSize(42, 32), new PictureSettings(32, 90, null));

        assertThat(plan.target().size()).isEqualTo(new PictureSize(120, 90));
        assertThat(plan.target().sampleAspectRatio()).isEqualTo(new Rational(8, 9));
        assertThat(plan.network().outputSize(plan.source().size())).isEqualTo(new PictureSize(84, 64));
        assertThat(plan.chunks())
                .extracting(PlannedChunk::fingerprint)
                .doesNotContainAnyElementsOf(plan(film).chunks().stream()
                        .map(PlannedChunk::fingerprint)
                        .toList());
    }

    @Test
    void the_demo_clip_is_cut_at_its_second_clean_entry() {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the demo clip is absent");

        Plan plan = plan(clip);

        assertThat(plan.frameCount()).isEqualTo(181);
        assertThat(plan.chunks()).extracting(PlannedChunk::firstPts).contains(0L, 80_000L);
        assertThat(plan.chunks()).hasSizeBetween(5, 9);
    }

    @Test
    void a_chunk_has_the_same_fingerprint_in_every_job_but_not_with_another_network() {
        Path film = PICTURE.make();

        Plan once = plan(film);
        Plan again = plan(film, "b", OutputContainer.MATROSKA, NETWORK);
        Plan other = plan(film, "a", OutputContainer.MP4, SOURCE);

        assertThat(again.chunks()).isEqualTo(once.chunks());
        assertThat(other.chunks())
                .extracting(PlannedChunk::fingerprint)
                .doesNotContainAnyElementsOf(
                        once.chunks().stream().map(PlannedChunk::fingerprint).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void full_range_is_kept_as_a_tag() {
        Plan plan = plan(PICTURE.encoded("-pix_fmt", "yuvj420p").make());

        assertThat(plan.source().pixelFormat()).isEqualTo("yuv420p");
        assertThat(plan.target().colour().range()).isEqualTo("pc");
    }

    @Test
    void streams_that_the_output_cannot_hold_are_refused_before_any_work() {
        Path film = PICTURE.with(new Companion.Subtitles("mov_text", "eng")).make();

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> plan(film, "a", OutputContainer.MATROSKA, NETWORK))
                .withMessageContaining("mov_text");
    }
}
