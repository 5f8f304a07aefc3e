package io.genga.media.verify;

import io.genga.frames.PixelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes small pictures for people of the decoded pictures of one film, in the shape in which they are shown. Not thread-safe. */
final class SketchMaker {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final int COMPONENTS = 3;

    /** Along each side of a pixel: to look at, these do. */
    private static final int MOST_SAMPLES = 2;

    private final int width;
    private final int height;
    private final BlockMeans pixels;

    SketchMaker(PictureShape shape) {
        double aspect = shape.aspect();
        this.width = Math.max(1, (int) Math.round(Math.min(WIDTH, HEIGHT * aspect)));
        this.height = Math.max(1, (int) Math.round(Math.min(HEIGHT, WIDTH / aspect)));
        this.pixels = new BlockMeans(width, height, MOST_SAMPLES);
    }

    /** @param picture stays the caller's */
    Sketch of(AVFrame picture, PixelLayout layout, SampleMeaning meaning) {
        float[][] means = pixels.of(picture, layout);
        float[] rgb = new float[COMPONENTS];
        byte[] bytes = new byte[COMPONENTS * width * height];
        for (int i = 0; i < width * height; i++) {
            meaning.toRgb(means, i, rgb, 0);
            for (int component = 0; component < COMPONENTS; component++) {
                bytes[COMPONENTS * i + component] = (byte) Math.max(0, Math.min(255, Math.round(rgb[component])));
            }
        }
        return new Sketch(width, height, bytes);
    }
}
