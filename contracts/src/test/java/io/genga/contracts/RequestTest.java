package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.plan.ChunkRecipe;
import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static final NetworkReference NETWORK = new NetworkReference("n", Sha256.of(new byte[0]));
    private static final NetworkReference OTHER = new NetworkReference("other", Sha256.of(new byte[1]));

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../film.mkv", "a/b.mkv", "a\\b.mkv", ".hidden", "tab\tname.mkv"})
    void an_output_name_cannot_name_a_folder(String name) {
        assertThatThrownBy(() -> new RemasterRequest(
                        NETWORK,
                        X264Settings.DEFAULT,
                        OutputContainer.MATROSKA,
                        name,
                        PoolName.CPU,
                        null,
                        DrawingReuse.OFF,
                        null))
                .hasMessageContaining("plain file name");
    }

    @Test
    void ffv1_does_not_go_into_mp4() {
        assertThatThrownBy(() -> new RemasterRequest(
                        NETWORK,
                        new Ffv1Settings(),
                        OutputContainer.MP4,
                        "film.mp4",
                        PoolName.CPU,
                        null,
                        DrawingReuse.OFF,
                        null))
                .hasMessageContaining(".mkv");
    }

    @Test
    void what_may_be_lost_is_written_in_one_order() {
        SourceSelection one = new SourceSelection(1, Set.of(AllowedLoss.DATA, AllowedLoss.ATTACHMENTS));
        SourceSelection other = ContractJson.read(
                "{\"video\": 1, \"allowedLosses\": [\"data\", \"attachments\"]}".getBytes(StandardCharsets.UTF_8),
                SourceSelection.class);

        assertThat(other).isEqualTo(one);
        assertThat(new String(ContractJson.write(other), StandardCharsets.UTF_8))
                .containsSubsequence("attachments", "data");
    }

    @Test
    void an_unknown_kind_of_loss_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> AllowedLoss.named("sound"))
                .hasMessageContaining("'sound'")
                .hasMessageContaining("audio");
        assertThatThrownBy(() -> new SourceSelection(-1, Set.of())).hasMessageContaining("counted from 0");
    }

    @Test
    void what_is_done_to_an_interlaced_or_damaged_source_is_written_only_where_it_is_not_the_default() {
        SourceSelection usual = new SourceSelection(1, Set.of(), InterlacedHandling.REFUSE, false);
        SourceSelection unusual = new SourceSelection(null, Set.of(), InterlacedHandling.DEINTERLACE, true);

        assertThat(json(usual)).isEqualToIgnoringWhitespace("{\"video\": 1}");
        assertThat(json(unusual)).isEqualToIgnoringWhitespace("{\"interlaced\": \"deinterlace\", \"salvage\": true}");
        assertThat(ContractJson.read(json(unusual).getBytes(StandardCharsets.UTF_8), SourceSelection.class))
                .isEqualTo(unusual);
        assertThatThrownBy(() -> InterlacedHandling.named("weave"))
                .hasMessageContaining("'weave'")
                .hasMessageContaining("refuse, deinterlace");
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }

    @Test
    void an_intermediate_changes_the_fingerprint_only_where_it_changes_the_pictures() {
        assertThat(fingerprint(new PlannedIntermediate("ffv1", null, null))).isEqualTo(fingerprint(null));
        assertThat(Set.of(
                        fingerprint(null),
                        fingerprint(new PlannedIntermediate("ffv1", FieldOrder.TOP_FIRST, null)),
                        fingerprint(new PlannedIntermediate("ffv1", FieldOrder.BOTTOM_FIRST, null)),
                        fingerprint(new PlannedIntermediate("ffv1", null, true))))
                .hasSize(4);
    }

    private static Fingerprint fingerprint(PlannedIntermediate intermediate) {
        Plan plan = ContractSamples.plan();
        PlannedSource source = new PlannedSource(
                plan.source().object(),
                "mov",
                "h264",
                0,
                plan.source().timeBase(),
                640,
                480,
                "yuv420p",
                plan.source().sampleAspectRatio(),
                plan.source().colour(),
                List.of(),
                intermediate,
                List.of(),
                List.of(),
                List.of());
        return ChunkRecipe.of(source, plan.target(), plan.network(), 0, 1600).fingerprint();
    }

    @Test
    void colours_that_are_not_matched_are_not_spoken_of() {
        RemasterRequest silent = request((Boolean) null);

        assertThat(request(false)).isEqualTo(silent);
        assertThat(silent.normalised()).doesNotContain("colourMatch");
        assertThat(request(true).normalised()).contains("\"colourMatch\":true");
    }

    @Test
    void warm_up_that_is_the_networks_own_is_not_spoken_of() {
        assertThat(request(null, null).normalised()).doesNotContain("warmUp");
        assertThat(request(null, 0).normalised()).contains("\"warmUp\":0");
        assertThatThrownBy(() -> request(null, -1)).hasMessageContaining("0 to 1000");
        assertThatThrownBy(() -> request(null, 1001)).hasMessageContaining("0 to 1000");
    }

    @Test
    void pictures_that_stay_as_they_are_are_not_spoken_of() {
        RemasterRequest silent = request((PictureSettings) null);

        assertThat(request(PictureSettings.NONE)).isEqualTo(silent);
        assertThat(request(new PictureSettings(null, null, 100))).isEqualTo(silent);
        assertThat(silent.normalised()).doesNotContain("picture");
        assertThat(request(new PictureSettings(720, null, 100)).normalised())
                .contains("\"picture\":{\"nativeHeight\":720}");
    }

    private static RemasterRequest request(PictureSettings picture) {
        return new RemasterRequest(
                NETWORK,
                X264Settings.DEFAULT,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.OFF,
                null,
                null,
                null,
                null,
                picture,
                List.of());
    }

    @Test
    void size_and_strength_change_the_fingerprint() {
        Plan plan = ContractSamples.plan();
        PictureSize reduced = new PictureSize(320, 240);

        assertThat(Set.of(
                        fingerprint(plan.target(), network(null, null)),
                        fingerprint(plan.target(), network(reduced, null)),
                        fingerprint(plan.target(), network(null, 70)),
                        fingerprint(higher(plan.target()), network(null, null)),
                        fingerprint(higher(plan.target()), network(reduced, null))))
                .hasSize(5);
    }

    private static Fingerprint fingerprint(PlannedTarget target, PlannedNetwork network) {
        return ChunkRecipe.of(ContractSamples.plan().source(), target, network, 0, 1600)
                .fingerprint();
    }

    private static PlannedNetwork network(PictureSize reducedTo, Integer strength) {
        PlannedNetwork network = ContractSamples.plan().network();
        return new PlannedNetwork(
                network.reference(),
                network.precision(),
                network.scale(),
                network.tiles(),
                network.reuse(),
                null,
                null,
                reducedTo,
                strength,
                List.of());
    }

    private static PlannedTarget higher(PlannedTarget target) {
        return new PlannedTarget(
                target.container(),
                target.outputName(),
                1440,
                1080,
                target.pixelFormat(),
                target.sampleAspectRatio(),
                target.colour(),
                target.encoder(),
                target.hdr());
    }

    @Test
    void a_network_alone_is_written_as_before_there_were_chains() {
        RemasterRequest alone = request((PictureSettings) null);
        RemasterRequest chained = request(List.of(OTHER));

        assertThat(alone.normalised()).doesNotContain("earlier");
        assertThat(alone.networks()).containsExactly(NETWORK);
        assertThat(chained.networks()).containsExactly(OTHER, NETWORK);
        assertThat(chained.networkNames()).isEqualTo("other, n");
        assertThat(ContractJson.read(chained.normalised().getBytes(StandardCharsets.UTF_8), RemasterRequest.class))
                .isEqualTo(chained);
        assertThat(request(Collections.nCopies(7, OTHER)).networks()).hasSize(8);
        assertThatThrownBy(() -> request(Collections.nCopies(8, OTHER)))
                .hasMessage("9 networks, one after another, are more than 8: leave some out");
    }

    private static RemasterRequest request(List<NetworkReference> earlier) {
        return new RemasterRequest(
                NETWORK,
                X264Settings.DEFAULT,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.OFF,
                null,
                null,
                null,
                null,
                null,
                earlier);
    }

    @Test
    void every_network_of_a_chain_its_tiles_and_its_place_change_the_fingerprint() {
        PlannedTiles tiles = new PlannedTiles(330, 250, 10);
        PlannedNetwork one = earlier(NETWORK, tiles);
        PlannedNetwork other = earlier(OTHER, tiles);
        PlannedNetwork inOtherTiles = earlier(OTHER, new PlannedTiles(128, 128, 10));

        assertThat(Set.of(
                        chained(),
                        chained(one),
                        chained(other),
                        chained(inOtherTiles),
                        chained(one, other),
                        chained(other, one)))
                .hasSize(6);
    }

    private static Fingerprint chained(PlannedNetwork... earlier) {
        PlannedNetwork network = ContractSamples.plan().network();
        PlannedNetwork last = new PlannedNetwork(
                network.reference(),
                network.precision(),
                network.scale(),
                network.tiles(),
                network.reuse(),
                null,
                null,
                null,
                null,
                List.of(earlier));
        return fingerprint(ContractSamples.plan().target(), last);
    }

    private static PlannedNetwork earlier(NetworkReference reference, PlannedTiles tiles) {
        return new PlannedNetwork(reference, "fp32", 1, tiles, DrawingReuse.OFF);
    }

    private static RemasterRequest request(Boolean colourMatch) {
        return request(colourMatch, null);
    }

    private static RemasterRequest request(Boolean colourMatch, Integer warmUp) {
        return new RemasterRequest(
                NETWORK,
                X264Settings.DEFAULT,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.OFF,
                null,
                null,
                colourMatch,
                warmUp,
                null,
                List.of());
    }

    @Test
    void an_encoder_that_is_not_tuned_is_written_as_before_there_were_tunes() {
        EncoderSettings tuned = new X265Settings(18, "medium", "grain");

        assertThat(json(X264Settings.DEFAULT)).isEqualTo("{\"codec\":\"x264\",\"crf\":18,\"preset\":\"medium\"}");
        assertThat(json(tuned)).contains("\"tune\":\"grain\"");
        assertThat(ContractJson.read(json(tuned).getBytes(StandardCharsets.UTF_8), EncoderSettings.class))
                .isEqualTo(tuned);
    }

    @Test
    void settings_of_x264_stay_in_range() {
        assertThatThrownBy(() -> new X264Settings(52, "medium")).hasMessageContaining("52");
        assertThatThrownBy(() -> new X264Settings(18, "fastest")).hasMessageContaining("'fastest'");
    }

    @Test
    void whatever_changes_the_bits_changes_the_fingerprint() {
        Plan plan = ContractSamples.plan();
        ChunkRecipe recipe = ChunkRecipe.of(plan.source(), plan.target(), plan.network(), 0, 1600);
        ChunkRecipe longer = ChunkRecipe.of(plan.source(), plan.target(), plan.network(), 0, 2400);
        ChunkRecipe otherTiles = new ChunkRecipe(
                recipe.algorithmVersion(),
                recipe.source(),
                recipe.videoStream(),
                recipe.firstPts(),
                recipe.lastPts(),
                recipe.conversion(),
                recipe.network(),
                recipe.precision(),
                new PlannedTiles(128, 128, 10),
                recipe.reuse(),
                recipe.pixelFormat(),
                recipe.encoder(),
                recipe.hdr(),
                recipe.deinterlaced(),
                recipe.salvaged(),
                recipe.colourMatch(),
                recipe.warmUp(),
                recipe.reducedTo(),
                recipe.resizedTo(),
                recipe.strength(),
                recipe.earlier());
        PlannedNetwork network = plan.network();
        PlannedNetwork matching = new PlannedNetwork(
                network.reference(), network.precision(), network.scale(), network.tiles(), network.reuse(), true);
        PlannedNetwork remembering = new PlannedNetwork(
                network.reference(), network.precision(), network.scale(), network.tiles(), network.reuse(), null, 8);
        ChunkRecipe warmedUp = ChunkRecipe.of(plan.source(), plan.target(), remembering, 0, 1600);
        ChunkRecipe otherColours = ChunkRecipe.of(plan.source(), plan.target(), matching, 0, 1600);

        assertThat(recipe.fingerprint())
                .isNotEqualTo(longer.fingerprint())
                .isNotEqualTo(otherTiles.fingerprint())
                .isNotEqualTo(otherColours.fingerprint())
                .isNotEqualTo(warmedUp.fingerprint());
    }

    @Test
    void the_fingerprint_is_the_same_in_every_release() {
        Plan plan = ContractSamples.plan();

        assertThat(ChunkRecipe.of(plan.source(), plan.target(), plan.network(), 0, 1600)
                        .fingerprint()
                        .value())
                .isEqualTo("049bf457dd044102b502c1efe3e95231a562a40779671b561abb9bffd2ba71aa");
    }
}
