package io.genga.samplefilm.recording;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;

/** What a drawing loses on its way to a small film, before the encoder: half of its size, some of its sharpness. */
final class Degradation {

    private static final ConvolveOp SLIGHT_BLUR = new ConvolveOp(
            new Kernel(3, 3, new float[] {
                0.03f, 0.09f, 0.03f,
                0.09f, 0.52f, 0.09f,
                0.03f, 0.09f, 0.03f
            }),
            ConvolveOp.EDGE_NO_OP,
            null);

    private static final int CHANNELS = 3;

    private Degradation() {}

    /** @param drawing of type {@link BufferedImage#TYPE_3BYTE_BGR}, its width and height even */
    static BufferedImage apply(BufferedImage drawing) {
        return SLIGHT_BLUR.filter(halved(drawing), null);
    }

    /** Each pixel becomes the mean of the four that it covers. */
    private static BufferedImage halved(BufferedImage drawing) {
        int width = drawing.getWidth() / 2;
        int height = drawing.getHeight() / 2;
        BufferedImage half = new BufferedImage(width, height, drawing.getType());
        byte[] from = samples(drawing);
        byte[] to = samples(half);
        int line = drawing.getWidth() * CHANNELS;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width * CHANNELS; x++) {
                int at = 2 * y * line + x / CHANNELS * 2 * CHANNELS + x % CHANNELS;
                int sum = (from[at] & 0xff)
                        + (from[at + CHANNELS] & 0xff)
                        + (from[at + line] & 0xff)
                        + (from[at + line + CHANNELS] & 0xff);
                to[y * width * CHANNELS + x] = (byte) ((sum + 2) / 4);
            }
        }
        return half;
    }

    private static byte[] samples(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
