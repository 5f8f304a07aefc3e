package io.genga.upscaling.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.ncnn.ShrinkingNetwork;
import io.genga.upscaling.ncnn.SmallNetwork;
import io.genga.upscaling.onnx.HandMadeNetwork;
import io.genga.upscaling.onnx.NcnnConversion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkImportTest {

    private static final NetworkDetails TWICE = details(2);

    private final ModelProto model = NcnnConversion.convert(SmallNetwork.read(), "small");

    @TempDir
    Path folder;

    private Path onnx;
    private Path param;

    @BeforeEach
    void writeFiles() throws IOException {
        onnx = Files.write(folder.resolve("small.onnx"), model.toByteArray());
        param = Files.writeString(folder.resolve("small.param"), SmallNetwork.PARAM);
        Files.write(folder.resolve("small.bin"), SmallNetwork.bin().array());
    }

    @Test
    void a_pair_of_files_of_ncnn_is_described_by_its_layers() {
        NetworkManifest manifest = NetworkImport.ofNcnn(param, TWICE).manifest();

        assertThat(manifest.name()).isEqualTo("mine");
        assertThat(manifest.scale()).isEqualTo(2);
        assertThat(manifest.receptiveFieldRadius()).isEqualTo(2);
        assertThat(manifest.parameters()).isEqualTo(423);
        assertThat(manifest.licence()).isEqualTo("MIT");
        assertThat(manifest.output().clamped()).isTrue();
        assertThat(manifest.globalPooling()).isFalse();
    }

    @Test
    void a_network_that_shrinks_and_averages_is_described_by_its_layers() throws IOException {
        Files.writeString(param, ShrinkingNetwork.PARAM);
        Files.write(
                folder.resolve("small.bin"),
                Arrays.copyOf(
                        ShrinkingNetwork.bin().array(), ShrinkingNetwork.bin().limit()));

        NetworkManifest manifest = NetworkImport.ofNcnn(param, TWICE).manifest();

        assertThat(manifest.receptiveFieldRadius()).isEqualTo(5);
        assertThat(manifest.paddingMultiple()).isEqualTo(2);
        assertThat(manifest.tileAlignment()).isEqualTo(2);
        assertThat(manifest.globalPooling()).isTrue();
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "test.yaml")).isEqualTo(manifest);
    }

    @Test
    void an_onnx_file_is_rewritten_and_described() throws IOException {
        CataloguedNetwork network = NetworkImport.ofOnnx(onnx, TWICE);

        ModelProto imported = ModelProto.parseFrom(network.onnx());
        assertThat(imported.getGraph().getNodeList())
                .noneMatch(node -> node.getOpType().equals("PRelu"));
        assertThat(network.manifest().input().name()).isEqualTo("input");
        assertThat(network.manifest().receptiveFieldRadius()).isEqualTo(32);
        assertThat(network.manifest().output().clamped()).isFalse();
    }

    @Test
    void a_manifest_with_a_largest_tile_is_read_as_it_was_written() {
        NetworkDetails large =
                new NetworkDetails("mine", 2, OptionalInt.of(9), OptionalInt.of(5000), "MIT", Optional.of("here"));

        NetworkManifest manifest = NetworkImport.ofNcnn(param, large).manifest();

        assertThat(manifest.receptiveFieldRadius()).isEqualTo(9);
        assertThat(NetworkManifest.fromYaml(manifest.toYaml(), "test.yaml")).isEqualTo(manifest);
    }

    @Test
    void an_onnx_file_with_a_manifest_is_rewritten_and_stays_as_it_is_described() throws IOException {
        NetworkManifest written = Manifests.network(
                        Manifests.complete().replace("paddingMultiple: 1", "paddingMultiple: 4"), model.toByteArray())
                .manifest();
        Files.write(folder.resolve("small.yaml"), written.toYaml());

        CataloguedNetwork network = NetworkImport.ofDescribed(onnx, Optional.of("mine"));

        assertThat(ModelProto.parseFrom(network.onnx()).getGraph().getNodeList())
                .noneMatch(node -> node.getOpType().equals("PRelu"));
        assertThat(network.manifest()).isEqualTo(written.withFile("mine", network.onnx(), "fp32"));
        assertThat(network.manifest().paddingMultiple()).isEqualTo(4);
    }

    @Test
    void a_network_of_several_files_is_taken_whole_under_another_name() throws IOException {
        Path manifest = BothWaysNetwork.write(folder, 3);
        CataloguedNetwork original = CataloguedNetwork.fromFile(manifest);

        CataloguedNetwork network = NetworkImport.ofDescribed(manifest, Optional.of("mine"));

        assertThat(network.manifest().name()).isEqualTo("mine");
        assertThat(network.manifest().graph(GraphRole.FLOW).published()).isEqualTo("mine.flow.onnx");
        assertThat(network.manifest().temporal().warmUp()).isEqualTo(3);
        assertThat(GraphRole.ofBothDirections())
                .allSatisfy(role -> assertThat(network.onnx(role)).isEqualTo(original.onnx(role)));
        assertThat(network.manifest().sha256()).isEqualTo(original.manifest().sha256());
        assertThatThrownBy(() -> Precision.FP16.of(network)).hasMessageContaining("keep it in fp32");
    }

    @Test
    void a_network_in_half_precision_has_another_name_and_runs_as_before() {
        CataloguedNetwork single = NetworkImport.ofNcnn(param, TWICE);

        CataloguedNetwork half = Precision.FP16.of(single);

        assertThat(half.manifest().name()).isEqualTo("mine-fp16");
        assertThat(half.manifest().isHalfPrecision()).isTrue();
        assertThat(half.manifest().bytes()).isLessThan(single.manifest().bytes());
        assertThat(NetworkManifest.fromYaml(half.manifest().toYaml(), "test.yaml"))
                .isEqualTo(half.manifest());
        assertThat(Precision.FP32.of(single)).isSameAs(single);
    }

    @Test
    void a_network_that_overflows_in_half_precision_is_refused() throws IOException {
        ModelProto overflowing = new HandMadeNetwork()
                .then("Mul", 60000)
                .then("Mul", 1000)
                .then("Div", 60000)
                .then("Div", 1000)
                .model()
                .model();
        Files.write(onnx, overflowing.toByteArray());
        CataloguedNetwork single = NetworkImport.ofOnnx(onnx, details(1));

        assertThatThrownBy(() -> Precision.FP16.of(single))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageMatching("mine differs by [0-9.]+/255 in half precision, more than 2/255: keep it in fp32");
    }

    @Test
    void another_scale_is_refused() {
        assertThatThrownBy(() -> NetworkImport.ofNcnn(param, details(4)))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(param + " makes pictures 2 times as large, not 4 times: give the right scale");
        assertRefused(
                details(4),
                "the manifest of mine says that its scale is 4, but the network turns 16x16 pixels into the tensor [1, 3, 32, 32]");
    }

    @Test
    void a_missing_bin_file_is_refused() throws IOException {
        Path bin = folder.resolve("small.bin");
        Files.delete(bin);

        assertThatThrownBy(() -> NetworkImport.ofNcnn(param, TWICE))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage("there is no file " + bin
                        + ": a network of ncnn is a pair of .param and .bin files with the" + " same name");
    }

    @Test
    void a_truncated_onnx_file_is_refused() throws IOException {
        Files.write(onnx, Arrays.copyOf(model.toByteArray(), 1000));

        assertRefused(TWICE, onnx + " is no ONNX file (damaged at byte ");
    }

    @Test
    void a_network_of_another_architecture_is_refused() throws IOException {
        GraphProto.Builder twoPictures = model.getGraph().toBuilder()
                .addInput(ValueInfoProto.newBuilder().setName("mask"));
        Files.write(onnx, model.toBuilder().setGraph(twoPictures).build().toByteArray());

        assertRefused(
                TWICE,
                onnx + " has 2 inputs (input, mask), but only networks with one picture in and one out can be run");
    }

    @Test
    void an_operator_that_does_not_exist_is_refused() throws IOException {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        graph.getNodeBuilder(0).setOpType("Teleport");
        Files.write(onnx, model.toBuilder().setGraph(graph).build().toByteArray());

        assertRefused(TWICE, "Teleport");
    }

    @Test
    void weights_in_another_file_are_refused() throws IOException {
        TensorProto.Builder outside = model.getGraph().getInitializer(0).toBuilder()
                .clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd"));
        writeWithFirstWeights(outside);

        assertRefused(TWICE, onnx + " keeps weights in another file");
    }

    @Test
    void ten_gigabytes_that_are_declared_are_refused() throws IOException {
        writeWithFirstWeights(model.getGraph().getInitializer(0).toBuilder()
                .clearDims()
                .addDims(2_500_000_000L)
                .setRawData(ByteString.copyFrom(new byte[4])));

        assertRefused(TWICE, onnx + ": a tensor declares 1 x 2500000000 numbers");
    }

    @Test
    void ten_gigabytes_of_file_are_refused_without_being_read() throws IOException {
        for (Path file : new Path[] {onnx, folder.resolve("small.bin")}) {
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(10_000_000_000L);
            }
        }

        assertRefused(TWICE, onnx + " has 10000000000 bytes, but networks of at most 134217728 can be imported");
        assertThatThrownBy(() -> NetworkImport.ofNcnn(param, TWICE))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(
                        folder.resolve("small.bin") + " has 10000000000 bytes, but at most 67108864 can be converted");
    }

    private void writeWithFirstWeights(TensorProto.Builder weights) throws IOException {
        GraphProto.Builder graph = model.getGraph().toBuilder().setInitializer(0, weights);
        Files.write(onnx, model.toBuilder().setGraph(graph).build().toByteArray());
    }

    private void assertRefused(NetworkDetails details, String message) {
        assertThatThrownBy(() -> NetworkImport.ofOnnx(onnx, details))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static NetworkDetails details(int scale) {
        return new NetworkDetails(
                "mine", scale, OptionalInt.empty(), OptionalInt.empty(), "MIT", Optional.of("mine.onnx"));
    }
}
