package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upscaler against the plainest use of ONNX Runtime, which shares no code with it. */
class WholeFrameReferenceTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;

    private final FramePool pool = new FramePool();
    private final CataloguedNetwork network =
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void the_upscaler_gives_what_the_network_gives(int bitDepth) throws OrtException {
        PixelLayout layout = new PixelLayout(PixelLayout.Model.RGB, 0, 0, bitDepth);
        try (InferenceSession session = InferenceSession.open(network, new Device.Cpu(1));
                TiledUpscaler upscaler = new TiledUpscaler(session, new PlannedTiles(WIDTH, HEIGHT, 0), pool);
                Frame frame = Pictures.drawing(layout, WIDTH, HEIGHT, pool);
                Frame larger = upscaler.upscale(frame);
                Frame expected = plainly(frame)) {
            // Both round numbers that may differ in their last bit.
            assertThat(Pictures.largestDifference(larger, expected)).isLessThanOrEqualTo(1);
        }
    }

    private Frame plainly(Frame frame) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(network.onnx());
                OnnxTensor input = OnnxTensor.createTensor(environment, new float[][][][] {planes(frame)});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return frame(
                    ((float[][][][]) result.get(0).getValue())[0],
                    frame.format().layout());
        }
    }

    private static float[][][] planes(Frame frame) {
        FrameFormat format = frame.format();
        float[][][] planes = new float[3][format.height()][format.width()];
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < format.height(); y++) {
                for (int x = 0; x < format.width(); x++) {
                    planes[plane][y][x] = Pictures.sample(frame, plane, x, y)
                            / (float) format.layout().maxValue();
                }
            }
        }
        return planes;
    }

    private Frame frame(float[][][] planes, PixelLayout layout) {
        return Pictures.of(layout, planes[0][0].length, planes[0].length, pool, (plane, x, y) -> {
            double value = Math.max(0, Math.min(1, planes[plane][y][x]));
            return (int) Math.round(value * layout.maxValue());
        });
    }
}
