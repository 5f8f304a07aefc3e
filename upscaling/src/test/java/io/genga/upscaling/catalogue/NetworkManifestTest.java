package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.DrawingReuse;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.testsupport.network.RememberingNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkManifestTest {

    @Test
    void all_fields_are_read() {
        NetworkManifest manifest = Manifests.parse(Manifests.yaml("genga-cel-x2"));

        assertThat(manifest.name()).isEqualTo("genga-cel-x2");
        assertThat(manifest.file()).isEqualTo("genga-cel-x2.onnx");
        assertThat(manifest.sha256().value()).startsWith("a92fb481").endsWith("b714");
        assertThat(manifest.bytes()).isEqualTo(317634);
        assertThat(manifest.scale()).isEqualTo(2);
        assertThat(manifest.input())
                .isEqualTo(new TensorDescription(
                        "input", TensorLayout.NCHW, ElementType.FLOAT32, ColourOrder.RGB, 1, true));
        assertThat(manifest.output())
                .isEqualTo(new TensorDescription(
                        "output", TensorLayout.NCHW, ElementType.FLOAT32, ColourOrder.RGB, 1, false));
        assertThat(manifest.parameters()).isEqualTo(78348);
        assertThat(manifest.receptiveFieldRadius()).isEqualTo(10);
        assertThat(manifest.temporalContract()).isEqualTo(TemporalContract.SINGLE_FRAME);
        assertThat(manifest.precision()).isEqualTo("fp32");
        assertThat(manifest.dynamic()).isEqualTo(new DynamicDimensions(true, true, true));
        assertThat(manifest.licence()).isEqualTo("Apache-2.0");
        assertThat(manifest.source()).isEmpty();
        assertThat(manifest.trainedOn())
                .hasValueSatisfying(text -> assertThat(text).contains("openclipart"));
    }

    @Test
    void writing_and_reading_changes_nothing() {
        NetworkManifest manifest = Manifests.parse(Manifests.yaml("genga-cel-x2")
                        .replace("colour: RGB, range: [0, 1], clamped", "colour: BGR, range: [0, 255], clamped")
                + "precision: int8\nsource: somewhere\n");

        assertThat(manifest.output().peak()).isEqualTo(255);
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "again")).isEqualTo(manifest);
    }

    @Test
    void what_is_said_of_origin_and_figures_is_kept() {
        NetworkManifest manifest = Manifests.parse(Manifests.complete());

        assertThat(manifest.forbidsCommercialUse()).isTrue();
        assertThat(manifest.notes().fields().path("architecture").path("family").textValue())
                .isEqualTo("srvgg");
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "again")).isEqualTo(manifest);
        assertThat(new String(manifest.toYaml(), StandardCharsets.UTF_8)).contains("memoryPerMegapixel: 1200000000");
    }

    @Test
    void a_licence_that_is_silent_forbids_nothing() {
        assertThat(Manifests.parse(Manifests.yaml("nearest-x2")).forbidsCommercialUse())
                .isFalse();
    }

    @Test
    void a_network_with_a_memory_says_what_it_hands_itself() {
        NetworkManifest manifest = Manifests.parse(Manifests.recurrent() + "warmUp: 5\n");

        assertThat(manifest.temporalContract()).isEqualTo(TemporalContract.FORWARD_RECURRENCE);
        assertThat(manifest.input().name()).isEqualTo("frame");
        assertThat(manifest.output().name()).isEqualTo("output");
        assertThat(manifest.temporal().feedbacks()).containsExactly(new Feedback("state", "next_state", 64, 1));
        assertThat(manifest.temporal().neighbours())
                .extracting(Neighbour::offset)
                .containsExactly(-1);
        assertThat(manifest.temporal().framesBefore()).isEqualTo(1);
        assertThat(manifest.temporal().framesAfter()).isZero();
        assertThat(manifest.temporal().warmUp()).isEqualTo(5);
        assertThat(DrawingReuse.values()).allMatch(reuse -> manifest.possibleReuse(reuse) == DrawingReuse.OFF);
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "again")).isEqualTo(manifest);
    }

    @Test
    void a_network_that_sees_its_last_result_is_written_as_it_is_read() {
        NetworkManifest manifest = Manifests.parse(RememberingNetwork.manifest(3));

        assertThat(manifest.temporal().feedbacks())
                .containsExactly(
                        new Feedback("previous_output", "output", 3, 2), new Feedback("state", "next_state", 3, 1));
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "again")).isEqualTo(manifest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forward-recurrence    | backward-recurrence | 'temporalContract' is \"backward-recurrence\", but must be",
                "forward-recurrence    | neighbour-window    | 'inputs' is",
                "role: neighbour       | role: flow          | 'inputs[0].role' is \"flow\", but must be frame or neighbour or",
                "offset: -1            | offset: 0           | such that a neighbour is 1 to 16 frames away",
                "role: frame, channels: 3, scale: 1 | role: frame, channels: 4, scale: 1 | such that 'frame' has 3 channels and the scale 1",
                "role: frame, channels: 3, scale: 2 | role: frame, channels: 3, scale: 4 | such that 'output' has 3 channels and the scale 2",
                "role: frame, channels: 3, scale: 2 | role: hidden-state, channels: 3, scale: 2 | of which exactly one has the role frame",
                "feeds: state          | feeds: memory       | such that exactly one feeds 'state'",
                "channels: 64, scale: 1, feeds | channels: 32, scale: 1, feeds | such that 'next_state' is what 'state' takes",
                "precision: fp32       | precision: fp16     | networks that see several frames cannot be run in fp16 yet",
                "warmUp: 5             | warmUp: -1          | 'warmUp' is -1, but must be a whole number from 0",
            })
    void tensors_that_do_not_belong_together_are_refused(String original, String changed, String expected) {
        String yaml = Manifests.recurrent() + "warmUp: 5\nprecision: fp32\n";
        String wrong = yaml.replace(original.strip(), changed.strip());

        assertThat(wrong).isNotEqualTo(yaml);
        assertThatThrownBy(() -> Manifests.parse(wrong))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith("test.yaml: the field ")
                .hasMessageContaining(expected);
    }

    @Test
    void a_network_that_goes_both_ways_is_several_files() {
        NetworkManifest manifest = Manifests.parse(BothWaysNetwork.manifest(5));

        assertThat(manifest.temporalContract()).isEqualTo(TemporalContract.BIDIRECTIONAL_RECURRENCE);
        assertThat(manifest.input().name()).isEqualTo("frame");
        assertThat(manifest.output().name()).isEqualTo("output");
        assertThat(manifest.temporal()).isEqualTo(new TemporalTensors(List.of(), List.of(), 5));
        assertThat(manifest.leadOut(3)).isEqualTo(3);
        assertThat(manifest.files()).extracting(NetworkFile::role).isEqualTo(GraphRole.ofBothDirections());
        assertThat(manifest.bytes())
                .isEqualTo(BothWaysNetwork.onnx().values().stream()
                        .mapToLong(onnx -> onnx.length)
                        .sum());
        assertThat(manifest.graph(GraphRole.FORWARD_STEP).inputs())
                .extracting(TensorPort::name)
                .containsExactly("cleaned", "state", "flow");
        assertThat(DrawingReuse.values()).allMatch(reuse -> manifest.possibleReuse(reuse) == DrawingReuse.OFF);
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "again")).isEqualTo(manifest);
    }

    @Test
    void the_sum_of_several_files_changes_with_each_of_them_and_not_with_their_order() {
        String yaml = BothWaysNetwork.manifest(5);
        String flow = yaml.substring(yaml.indexOf("- role: flow"), yaml.indexOf("- role: backward-step"));
        String flowLast = yaml.replace(flow, "").replace("parameters:", flow + "parameters:");
        NetworkManifest manifest = Manifests.parse(yaml);

        assertThat(Manifests.parse(flowLast)).isEqualTo(manifest);
        for (NetworkFile file : manifest.files()) {
            String other =
                    yaml.replace(file.sha256().value(), Sha256.of(new byte[0]).value());
            assertThat(Manifests.parse(other).sha256()).isNotEqualTo(manifest.sha256());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- role: backward-step | - role: forward-step | such that each of clean, flow, backward-step, forward-step, reconstruct is there once",
                "- role: flow          | - role: wind        | 'graphs[1].role' is \"wind\", but must be clean or flow or",
                "name: before, layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 3, role: neighbour | name: before, layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 3, role: frame | but must be those of flow, as docs/networks.md lists them",
                "source: backward-step | source: clean       | but must be those of reconstruct, as docs/networks.md lists them",
                "feeds: state          | feeds: memory       | such that 'next_state' feeds 'state'",
                "name: backward_state, layout: NCHW, type: float32, channels: 3 | name: backward_state, layout: NCHW, type: float32, channels: 4 | such that 'backward_state' of reconstruct is like 'next_state', which it takes",
                "name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 3 | name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 1 | such that 'output' has 3 channels and the scale 2",
                "outputs: [{name: flow | outputs: [{name: other, layout: NCHW, type: float32, role: flow, channels: 2, scale: 1}, {name: flow | 'graphs[1].outputs' is",
            })
    void graphs_that_do_not_belong_together_are_refused(String original, String changed, String expected) {
        String yaml = BothWaysNetwork.manifest(5);
        String wrong = yaml.replace(original.strip(), changed.strip());

        assertThat(wrong).isNotEqualTo(yaml);
        assertThatThrownBy(() -> Manifests.parse(wrong))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith("test.yaml: the field ")
                .hasMessageContaining(expected);
    }

    @Test
    void a_network_that_averages_over_its_tile_keeps_whole_tiles_only() {
        NetworkManifest local = Manifests.parse(Manifests.yaml("genga-cel-x2"));
        NetworkManifest global = Manifests.parse(Manifests.yaml("genga-cel-x2") + "globalPooling: true\n");

        assertThat(DrawingReuse.values()).allMatch(reuse -> local.possibleReuse(reuse) == reuse);
        assertThat(global.possibleReuse(DrawingReuse.FAITHFUL)).isEqualTo(DrawingReuse.EXACT);
        assertThat(global.possibleReuse(DrawingReuse.FAST)).isEqualTo(DrawingReuse.EXACT);
        assertThat(global.possibleReuse(DrawingReuse.OFF)).isEqualTo(DrawingReuse.OFF);
    }

    @Test
    void unknown_fields_are_left_to_later_versions() {
        String yaml = Manifests.yaml("nearest-x2");

        assertThat(Manifests.parse(yaml + "favouriteColour: {hue: 12}\n")).isEqualTo(Manifests.parse(yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name             | Cel One | 'name' is \"Cel One\", but must be lower-case letters",
                "sha256           | abc     | 'sha256' is \"abc\", but must be 64 lower-case hexadecimal digits",
                "bytes            | many    | 'bytes' is \"many\", but must be a whole number from 1",
                "scale            | 0       | 'scale' is 0, but must be a whole number from 1 to 4096",
                "scale            | 1.5     | 'scale' is 1.5, but must be a whole number",
                "file             | ''      | 'file' is missing, but must be a text",
                "input            | here    | 'input' is \"here\", but must be an object",
                "temporalContract | window  | 'temporalContract' is \"window\", but must be single-frame or neighbour-window or forward",
                "paddingMultiple  | -4      | 'paddingMultiple' is -4, but must be a whole number from 1",
                "licence          | ''      | 'licence' is missing, but must be a text",
            })
    void a_wrong_field_is_named_with_what_it_must_be(String field, String value, String expected) {
        String yaml = Manifests.yaml("genga-cel-x2", field, value);

        assertThatThrownBy(() -> Manifests.parse(yaml))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith("test.yaml: the field ")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: float32     | type: float16     | 'input.type' is \"float16\", but must be float32",
                "colour: RGB       | colour: YUV       | 'input.colour' is \"YUV\", but must be RGB or BGR",
                "layout: NCHW      | layout: NHWC      | 'input.layout' is \"NHWC\", but must be NCHW",
                "range: [0, 1]     | range: [-1, 1]    | 'input.range' is [-1,1], but must be [0, 1] or [0, 255]",
                "range: [0, 1]     | range: {a: 0, b: 1} | 'input.range' is {\"a\":0,\"b\":1}, but must be [0, 1]",
                "range: [0, 1]     | depth: 8          | 'input.range' is missing, but must be [0, 1] or [0, 255]",
                "clamped: false    | clamped: perhaps  | 'output.clamped' is \"perhaps\", but must be true or false",
                "height: true      | height: false     | 'dynamic.height' is false, but must be true: networks of one",
            })
    void a_wrong_field_of_a_tensor_is_named_with_its_path(String original, String changed, String expected) {
        String yaml = Manifests.yaml("genga-cel-x2").replaceFirst(original.replace("[", "\\["), changed);

        assertThatThrownBy(() -> Manifests.parse(yaml))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void a_file_that_is_no_yaml_is_refused() {
        assertThatThrownBy(() -> Manifests.parse("name: [unfinished"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage("test.yaml is no manifest of a network: it cannot be read as YAML");
    }

    @Test
    void an_empty_file_lacks_its_first_field() {
        assertThatThrownBy(() -> NetworkManifest.fromYaml("".getBytes(StandardCharsets.UTF_8), "empty.yaml"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith("empty.yaml: the field 'name' is missing");
    }
}
