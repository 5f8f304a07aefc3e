package io.genga.upscaling.inference;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.onnx.SinglePrecisionRewrite;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds tiles that a network of half precision has spoiled, since its numbers end at 65504, and computes them again with the same
 * weights in single precision. Safe for use by several threads.
 */
final class HalfPrecisionGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HalfPrecisionGuard.class);

    private final CataloguedNetwork network;
    private final AtomicLong recomputed = new AtomicLong();
    private final NetworkAtNeed singlePrecision;

    HalfPrecisionGuard(CataloguedNetwork network, Device device) {
        this.network = network;
        this.singlePrecision = new NetworkAtNeed(() -> {
            LOG.warn("Half precision has spoilt a tile of {}: computing such tiles in single precision", network);
            return LoadedNetwork.load(manifest(), SinglePrecisionRewrite.apply(network.onnx()), device);
        });
    }

    /**
     * @param tiles their output may be replaced
     * @throws InferenceException where single precision does no better
     */
    void mend(TileTensors tiles) {
        long spoilt = IntStream.range(0, tiles.count())
                .filter(tile ->
                        isSpoilt(tiles.input().picture(tile), tiles.output().picture(tile)))
                .count();
        if (spoilt == 0) {
            return;
        }
        singlePrecision.get().run(tiles);
        if (!ValueRange.of(tiles.output().values()).finite()) {
            throw new InferenceException("the network " + manifest().name() + " makes no numbers of a tile of "
                    + tiles.input() + ", in single precision either: choose another network");
        }
        recomputed.addAndGet(spoilt);
    }

    long recomputedTiles() {
        return recomputed.get();
    }

    @Override
    public void close() {
        singlePrecision.close();
    }

    private boolean isSpoilt(FloatBuffer given, FloatBuffer made) {
        ValueRange output = ValueRange.of(made);
        if (!output.finite()) {
            return true;
        }
        int peak = manifest().output().peak();
        if (!output.isBlack() && !output.isSaturated(peak)) {
            return false;
        }
        ValueRange input = ValueRange.of(given);
        int inputPeak = manifest().input().peak();
        return output.isBlack() ? !input.isDark(inputPeak) : !input.isBright(inputPeak);
    }

    private NetworkManifest manifest() {
        return network.manifest();
    }
}
