package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.DrawingReuse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What must be known of a network to run it. A manifest is a YAML file beside the ONNX file; {@code nearest-x2.yaml}
 * shows all fields that it needs.
 *
 * @param name for people, for example {@code genga-cel-x2}
 * @param file name under which the ONNX file was published; of a network of several graphs, that of the manifest
 * @param sha256 of the ONNX file; of a network of several graphs, the one that stands for all of theirs
 * @param bytes size of the ONNX file, or of all
 * @param scale pixels out per pixel in, in each direction
 * @param parameters trained numbers, for the reader's information
 * @param receptiveFieldRadius how far an output pixel sees, in pixels of the input
 * @param paddingMultiple width and height of the input must be multiples of this
 * @param tileAlignment a tile must begin at multiples of this, in pixels of the input, to give what the whole
 *     frame gives
 * @param largestTile in pixels of the input, halo included, where the network needs more memory per pixel than others; tiles
 *     have no limit of the network's own otherwise
 * @param precision of weights and arithmetic, {@code fp32}, {@code fp16} or {@code int8}; pictures go in and out in 32 bits either way
 * @param licence SPDX identifier of the weights' licence
 * @param source where the network comes from
 * @param trainedOn the material it learned from
 * @param commercialUse whether the licence allows commercial use; empty where that is not known
 * @param notes what people want to know and nothing needs to run the network, by field: {@link ManifestNotes}
 * @param globalPooling whether it takes means over all that it is given, so that a pixel depends on the whole tile: a tile may be
 *     kept while nothing in it changes, but no part of it can be computed alone
 * @param temporal what it takes and gives beside {@code input} and {@code output}
 * @param graphs of a network that is several, in the order of their roles; empty where it is one
 */
public record NetworkManifest(
        String name,
        String file,
        Sha256 sha256,
        long bytes,
        int scale,
        TensorDescription input,
        TensorDescription output,
        long parameters,
        int receptiveFieldRadius,
        int paddingMultiple,
        int tileAlignment,
        OptionalInt largestTile,
        TemporalContract temporalContract,
        String precision,
        DynamicDimensions dynamic,
        String licence,
        Optional<String> source,
        Optional<String> trainedOn,
        Optional<Boolean> commercialUse,
        ManifestNotes notes,
        boolean globalPooling,
        TemporalTensors temporal,
        List<NetworkGraph> graphs) {

    /** What {@code precision} says of networks that compute in numbers of 16 bits. */
    public static final String HALF_PRECISION = "fp16";

    static final String NAME_PATTERN = "[a-z0-9][a-z0-9.-]{0,62}";
    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

    public NetworkManifest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(largestTile, "largestTile");
        Objects.requireNonNull(temporalContract, "temporalContract");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(dynamic, "dynamic");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(trainedOn, "trainedOn");
        Objects.requireNonNull(commercialUse, "commercialUse");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(temporal, "temporal");
        graphs = List.copyOf(graphs);
    }

    /**
     * @param origin named in errors, for example the manifest's path
     * @throws UnusableNetworkException where a field is missing or wrong, or asks for what cannot be done yet
     */
    public static NetworkManifest fromYaml(byte[] yaml, String origin) {
        return ManifestReader.read(yaml, origin);
    }

    /** @throws UnusableNetworkException where it cannot be read, or a field is missing or wrong, or asks for what cannot be done yet */
    public static NetworkManifest fromFile(Path yaml) {
        try {
            return fromYaml(Files.readAllBytes(yaml), yaml.toString());
        } catch (IOException e) {
            throw new UnusableNetworkException(yaml + " cannot be read: check its permissions", e);
        }
    }

    /** Whether a network can have this name: lower-case letters, digits, '.' and '-', at most 63. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The manifest of the same network under another name, in another file. */
    public NetworkManifest withFile(String otherName, byte[] onnx, String otherPrecision) {
        return withFiles(otherName, Map.of(GraphRole.WHOLE, onnx), otherPrecision);
    }

    /**
     * The manifest of the same network under another name, in other files.
     *
     * @param contents of all its files
     */
    public NetworkManifest withFiles(String otherName, Map<GraphRole, byte[]> contents, String otherPrecision) {
        List<NetworkGraph> otherGraphs = graphs.stream()
                .map(graph -> graph.withFile(graph.role().fileName(otherName), contents.get(graph.role())))
                .toList();
        NetworkFile whole = graphs.isEmpty()
                ? NetworkFile.of(GraphRole.WHOLE, contents.get(GraphRole.WHOLE))
                : NetworkFile.standingFor(otherGraphs);
        return new NetworkManifest(
                otherName,
                graphs.isEmpty() ? GraphRole.WHOLE.fileName(otherName) : manifestName(otherName),
                whole.sha256(),
                whole.bytes(),
                scale,
                input,
                output,
                parameters,
                receptiveFieldRadius,
                paddingMultiple,
                tileAlignment,
                largestTile,
                temporalContract,
                otherPrecision,
                dynamic,
                licence,
                source,
                trainedOn,
                commercialUse,
                notes,
                globalPooling,
                temporal,
                otherGraphs);
    }

    /** The ONNX files that make up the network, in the order of their roles. */
    public List<NetworkFile> files() {
        return graphs.isEmpty()
                ? List.of(new NetworkFile(GraphRole.WHOLE, sha256, bytes))
                : graphs.stream().map(NetworkGraph::file).toList();
    }

    /** The graph of this role, of a network of several. */
    public NetworkGraph graph(GraphRole role) {
        return graphs.stream()
                .filter(graph -> graph.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no graph of the role " + role));
    }

    /** Of the network of this name. */
    static String manifestName(String network) {
        return network + ".yaml";
    }

    public boolean forbidsCommercialUse() {
        return commercialUse.isPresent() && !commercialUse.get();
    }

    public boolean isHalfPrecision() {
        return precision.equals(HALF_PRECISION);
    }

    /** Whether every frame stands alone. */
    public boolean isSingleFrame() {
        return temporalContract == TemporalContract.SINGLE_FRAME;
    }

    /** Frames after a part of a film that it is run on where it is run on so many before the part, for the sake of what it hands itself. */
    public int leadOut(int warmUp) {
        return temporalContract == TemporalContract.BIDIRECTIONAL_RECURRENCE ? warmUp : 0;
    }

    /**
     * The reuse asked for; where no part of a tile can be computed alone, that of whole tiles; where a result depends on other frames, too,
     * none.
     */
    public DrawingReuse possibleReuse(DrawingReuse wanted) {
        if (!isSingleFrame()) {
            return DrawingReuse.OFF;
        }
        return switch (wanted) {
            case OFF, EXACT -> wanted;
            case FAITHFUL, FAST -> globalPooling ? DrawingReuse.EXACT : wanted;
        };
    }

    /** As {@link #fromYaml} reads it, comments aside. */
    public byte[] toYaml() {
        return ManifestWriter.write(this);
    }

    /** The least length of a side that the network accepts and that holds {@code length} pixels. */
    public int padded(int length) {
        return (length + paddingMultiple - 1) / paddingMultiple * paddingMultiple;
    }

    /** A tile may begin at multiples of this, and have multiples of this as its sides. */
    public int tileStep() {
        return tileAlignment
                / BigInteger.valueOf(tileAlignment)
                        .gcd(BigInteger.valueOf(paddingMultiple))
                        .intValue()
                * paddingMultiple;
    }
}
