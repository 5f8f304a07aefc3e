package io.genga.media.verify;

import io.genga.media.still.Jpeg;
import java.awt.image.BufferedImage;

/**
 * A picture of a film, made as small as {@link #WIDTH} by {@link #HEIGHT} whatever its shape.
 *
 * @param samples by component, in steps of 8 bits, row by row; of chroma one for each block of a {@link Thumbnail}
 * @param meaning of the samples
 * @param shape in which it is shown
 */
record Sketch(byte[][] samples, SampleMeaning meaning, ShownSize shape) {

    /** Along each side of a block of a {@link Thumbnail}. */
    static final int PIXELS_OF_A_BLOCK = 3;

    static final int WIDTH = PIXELS_OF_A_BLOCK * Thumbnail.COLUMNS;
    static final int HEIGHT = PIXELS_OF_A_BLOCK * Thumbnail.ROWS;
    static final int PIXELS = WIDTH * HEIGHT;

    private static final int COMPONENTS = 3;
    private static final int WHITE = 255;

    /** Of a picture on a page, in pixels. */
    record ShownSize(int width, int height) {

        private static final int MOST_WIDTH = 160;
        private static final int MOST_HEIGHT = 120;

        static ShownSize of(PictureShape shape) {
            double aspect = shape.aspect();
            return new ShownSize(
                    Math.max(1, (int) Math.round(Math.min(MOST_WIDTH, MOST_HEIGHT * aspect))),
                    Math.max(1, (int) Math.round(Math.min(MOST_HEIGHT, MOST_WIDTH / aspect))));
        }
    }

    /** Of a component, for each block of a {@link Thumbnail}. */
    float[] means(int component) {
        byte[] plane = samples[component];
        int pixels = plane.length == PIXELS ? PIXELS_OF_A_BLOCK : 1;
        float[] means = new float[Thumbnail.BLOCKS];
        for (int i = 0; i < means.length; i++) {
            int row = i / Thumbnail.COLUMNS * pixels;
            int column = i % Thumbnail.COLUMNS * pixels;
            means[i] = mean(plane, row * Thumbnail.COLUMNS * pixels + column, pixels);
        }
        return means;
    }

    private static float mean(byte[] plane, int at, int pixels) {
        int sum = 0;
        for (int row = 0; row < pixels; row++) {
            int start = at + row * Thumbnail.COLUMNS * pixels;
            for (int i = start; i < start + pixels; i++) {
                sum += plane[i] & 0xff;
            }
        }
        return sum / (float) (pixels * pixels);
    }

    /** {@link #WIDTH} by {@link #HEIGHT}, to be stretched to its shape. */
    byte[] toJpeg() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        float[] components = new float[COMPONENTS];
        float[] rgb = new float[COMPONENTS];
        for (int i = 0; i < PIXELS; i++) {
            for (int component = 0; component < samples.length; component++) {
                components[component] = sample(component, i % WIDTH, i / WIDTH);
            }
            meaning.toRgb(components, rgb, 0);
            image.setRGB(i % WIDTH, i / WIDTH, step(rgb[0]) << 16 | step(rgb[1]) << 8 | step(rgb[2]));
        }
        return Jpeg.of(image);
    }

    private int sample(int component, int x, int y) {
        byte[] plane = samples[component];
        int i = plane.length == PIXELS
                ? y * WIDTH + x
                : y / PIXELS_OF_A_BLOCK * Thumbnail.COLUMNS + x / PIXELS_OF_A_BLOCK;
        return plane[i] & 0xff;
    }

    private static int step(float value) {
        return Math.max(0, Math.min(WHITE, Math.round(value)));
    }
}
