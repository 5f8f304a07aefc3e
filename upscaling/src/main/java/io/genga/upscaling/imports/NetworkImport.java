package io.genga.upscaling.imports;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.genga.contracts.id.Sha256;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.ColourOrder;
import io.genga.upscaling.catalogue.DynamicDimensions;
import io.genga.upscaling.catalogue.ElementType;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.ManifestNotes;
import io.genga.upscaling.catalogue.NetworkFile;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.OnnxFile;
import io.genga.upscaling.catalogue.TemporalContract;
import io.genga.upscaling.catalogue.TemporalTensors;
import io.genga.upscaling.catalogue.TensorDescription;
import io.genga.upscaling.catalogue.TensorLayout;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.ncnn.NcnnFiles;
import io.genga.upscaling.ncnn.NcnnNetwork;
import io.genga.upscaling.onnx.NcnnConversion;
import io.genga.upscaling.onnx.OnnxModel;
import io.genga.upscaling.onnx.PreluRewrite;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns files of others into networks that run here; each is tried on a small picture before it is handed out. */
public final class NetworkImport {

    /**
     * Of networks that see farther, what lies beyond hardly counts. Tiles of a drawn film against the whole picture: at 10 pixels,
     * as the programs around ncnn have it, 45 dB with realesrgan-x4plus-anime and 40 dB with realesrgan-x4plus; at 32 pixels
     * 67 dB and 50 dB; at 48 pixels 86 dB and 51 dB.
     */
    private static final int MOST_HALO = 32;

    private static final int PEAK = 1;
    private static final Device TRIAL = new Device.Cpu(1);

    private NetworkImport() {}

    /**
     * Converts a network of ncnn.
     *
     * @param network read from files
     * @param origin of it, for errors
     * @throws UnusableNetworkException where the network is not as {@code details} say
     */
    public static CataloguedNetwork ofNcnn(NcnnNetwork network, NetworkDetails details, String origin) {
        if (network.geometry().scale() != details.scale()) {
            throw new UnusableNetworkException(
                    "%s makes pictures %.0f times as large, not %d times: give the right scale"
                            .formatted(origin, network.geometry().scale(), details.scale()));
        }
        NcnnNetwork whole = details.addedToPicture() ? network.addedToPicture() : network;
        ModelProto model = PreluRewrite.apply(NcnnConversion.convert(whole, details.name()));
        Tensors tensors = new Tensors(NcnnConversion.INPUT, NcnnConversion.OUTPUT, true);
        Layers layers = new Layers(
                network.parameters(),
                (int) Math.ceil(network.geometry().radius()),
                network.multiple(),
                network.averagesGlobally());
        return tried(details, model.toByteArray(), tensors, layers, origin);
    }

    /**
     * Converts a pair of files of ncnn.
     *
     * @param param a {@code .param} file with its {@code .bin} beside it
     * @throws UnusableNetworkException where the files are damaged, cannot be converted or are not as {@code details} say
     */
    public static CataloguedNetwork ofNcnn(Path param, NetworkDetails details) {
        return ofNcnn(NcnnFiles.read(param, NcnnFiles.binBeside(param)), details, param.toString());
    }

    /**
     * Takes an ONNX file.
     *
     * @param file takes and gives RGB from 0 to 1, of any height and width
     * @throws UnusableNetworkException where the file is damaged, cannot be run or is not as {@code details} say
     */
    public static CataloguedNetwork ofOnnx(Path file, NetworkDetails details) {
        OnnxModel original = OnnxModel.read(file);
        ModelProto model = PreluRewrite.apply(original.model());
        Tensors tensors = new Tensors(original.input(), original.output(), false);
        Layers layers = new Layers(original.parameters(), MOST_HALO, 1, original.averagesGlobally());
        return tried(details, model.toByteArray(), tensors, layers, file.toString());
    }

    /**
     * Takes an ONNX file with the manifest that lies beside it, as {@code training/import-checkpoint} writes both; or the files of a
     * network that is several graphs.
     *
     * @param file the ONNX file, or the manifest of a network that is several
     * @param name of the result
     * @throws UnusableNetworkException where a file is missing, damaged, cannot be run or does not fit the other
     */
    public static CataloguedNetwork ofDescribed(Path file, Optional<String> name) {
        CataloguedNetwork original = CataloguedNetwork.fromFile(file);
        NetworkManifest manifest = original.manifest();
        OnnxFile.requireSize(file.toString(), manifest.bytes());
        Map<GraphRole, byte[]> rewritten = new EnumMap<>(GraphRole.class);
        for (NetworkFile described : manifest.files()) {
            ModelProto model = OnnxModel.parse(original.onnx(described.role()), file.toString());
            rewritten.put(described.role(), PreluRewrite.apply(model).toByteArray());
        }
        NetworkManifest renamed = manifest.withFiles(name.orElse(manifest.name()), rewritten, manifest.precision());
        return tried(CataloguedNetwork.of(renamed, rewritten, file.toString()));
    }

    private record Tensors(String input, String output, boolean clamped) {}

    private record Layers(long parameters, int radius, int multiple, boolean globalPooling) {}

    private static CataloguedNetwork tried(
            NetworkDetails details, byte[] onnx, Tensors tensors, Layers layers, String origin) {
        NetworkManifest manifest = manifest(details, onnx, tensors, layers);
        return tried(CataloguedNetwork.of(manifest, onnx, origin));
    }

    private static CataloguedNetwork tried(CataloguedNetwork network) {
        InferenceSession.open(network, TRIAL).close();
        return network;
    }

    private static NetworkManifest manifest(NetworkDetails details, byte[] onnx, Tensors tensors, Layers layers) {
        return new NetworkManifest(
                details.name(),
                details.name() + ".onnx",
                Sha256.of(onnx),
                onnx.length,
                details.scale(),
                picture(tensors.input(), true),
                picture(tensors.output(), tensors.clamped()),
                layers.parameters(),
                details.halo().orElse(Math.min(layers.radius(), MOST_HALO)),
                layers.multiple(),
                layers.multiple(),
                details.largestTile(),
                TemporalContract.SINGLE_FRAME,
                "fp32",
                new DynamicDimensions(true, true, true),
                details.licence(),
                details.source(),
                Optional.empty(),
                Optional.empty(),
                ManifestNotes.none(),
                layers.globalPooling(),
                TemporalTensors.NONE,
                List.of());
    }

    private static TensorDescription picture(String name, boolean clamped) {
        return new TensorDescription(name, TensorLayout.NCHW, ElementType.FLOAT32, ColourOrder.RGB, PEAK, clamped);
    }
}
