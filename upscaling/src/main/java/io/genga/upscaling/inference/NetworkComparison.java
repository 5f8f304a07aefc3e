package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.nio.FloatBuffer;

/** Two networks on the same small picture, on the processor. */
public final class NetworkComparison {

    private static final PlannedTiles PICTURE = new PlannedTiles(64, 64, 0);
    private static final Device DEVICE = new Device.Cpu(1);

    private NetworkComparison() {}

    /**
     * Returns the largest difference of any two samples at the same place, clamped, as a part of the peak: 0 to 1. NaN where one of
     * them makes no numbers.
     *
     * @param manifest of both, but for the sha256
     * @param one content of an ONNX file
     * @param other content of an ONNX file
     */
    public static double largestDifference(NetworkManifest manifest, byte[] one, byte[] other) {
        float[] first = result(manifest, one);
        float[] second = result(manifest, other);
        double largest = 0;
        for (int i = 0; i < first.length; i++) {
            largest = Math.max(largest, Math.abs(first[i] - second[i]));
        }
        return largest;
    }

    private static float[] result(NetworkManifest manifest, byte[] onnx) {
        TileTensors tile = TileTensors.allocate(OnnxRuntimeEnvironment.get(), PICTURE, manifest.scale());
        try (LoadedNetwork loaded = LoadedNetwork.load(manifest, onnx, DEVICE)) {
            draw(tile.input(), manifest.input().peak());
            loaded.run(tile);
            return clamped(tile.output().values(), manifest.output().peak());
        } finally {
            tile.close();
        }
    }

    /** A slope of each colour in its own direction, with dark lines and a white field: as drawings have them. */
    private static void draw(TileTensor picture, int peak) {
        for (int channel = 0; channel < TileTensor.CHANNELS; channel++) {
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    float slope = (x * (channel + 1) + y * (TileTensor.CHANNELS - channel))
                            / (float) ((TileTensor.CHANNELS + 1) * PICTURE.width());
                    boolean line = (x + 2 * y) % 23 < 2;
                    boolean field = x > 40 && y > 40;
                    picture.values().put(picture.row(0, channel, y) + x, peak * (line ? 0 : field ? 1 : slope));
                }
            }
        }
    }

    private static float[] clamped(FloatBuffer values, int peak) {
        float[] samples = new float[values.limit()];
        values.get(0, samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.max(0, Math.min(peak, samples[i])) / peak;
        }
        return samples;
    }
}
