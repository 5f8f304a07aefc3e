package io.genga.upscaling.imports;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.NetworkComparison;
import io.genga.upscaling.onnx.HalfPrecisionEmulation;
import io.genga.upscaling.onnx.HalfPrecisionRewrite;
import io.genga.upscaling.onnx.OnnxModel;

/** Makes a network compute in half precision, and compares it with what it was. */
final class HalfPrecisionImport {

    /** Of 255: hardly to be seen, and as far as converted networks may be from their originals. */
    private static final double MOST_DIFFERENCE = 2;

    private static final double LEVELS = 255;

    private HalfPrecisionImport() {}

    /**
     * @param original in single precision
     * @param name of the result
     * @throws UnusableNetworkException where a weight does not fit, or the results differ by more than 2/255
     */
    static CataloguedNetwork of(CataloguedNetwork original, String name) {
        NetworkManifest manifest = original.manifest();
        if (!manifest.isSingleFrame()) {
            throw new UnusableNetworkException(manifest.name()
                    + " sees several frames, and such networks cannot be run in half precision yet: keep it in fp32");
        }
        OnnxModel model = new OnnxModel(
                OnnxModel.parse(original.onnx(), original.toString()),
                manifest.input().name(),
                manifest.output().name());
        ModelProto rewritten = HalfPrecisionRewrite.apply(model);
        requireLikeness(original, HalfPrecisionEmulation.apply(rewritten).toByteArray());
        byte[] onnx = rewritten.toByteArray();
        CataloguedNetwork half =
                CataloguedNetwork.of(manifest.withFile(name, onnx, NetworkManifest.HALF_PRECISION), onnx, name);
        InferenceSession.open(half, new Device.Cpu(1)).close();
        return half;
    }

    private static void requireLikeness(CataloguedNetwork original, byte[] half) {
        NetworkManifest manifest = original.manifest();
        double difference = NetworkComparison.largestDifference(manifest, original.onnx(), half) * LEVELS;
        // Written so that NaN is refused, too.
        if (!(difference <= MOST_DIFFERENCE)) {
            throw new UnusableNetworkException(
                    "%s differs by %.1f/255 in half precision, more than %.0f/255: keep it in fp32"
                            .formatted(manifest.name(), difference, MOST_DIFFERENCE));
        }
    }
}
