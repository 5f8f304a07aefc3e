package io.genga.media.still;

import io.genga.frames.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Frames as PNG: every pixel as it is. */
final class PngFile {

    private PngFile() {}

    /**
     * @param rgb {@link io.genga.frames.PixelLayout#RGB_8}; stays the caller's
     * @param file replaced where it exists
     */
    static void write(Frame rgb, Path file) {
        try {
            if (!ImageIO.write(imageOf(rgb), "png", file.toFile())) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage imageOf(Frame rgb) {
        int width = rgb.format().width();
        BufferedImage image = new BufferedImage(width, rgb.format().height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            fill(row, rgb, y);
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static void fill(int[] row, Frame rgb, int y) {
        ByteBuffer red = rgb.plane(0);
        ByteBuffer green = rgb.plane(1);
        ByteBuffer blue = rgb.plane(2);
        for (int x = 0; x < row.length; x++) {
            row[x] = sample(red, rgb.format().stride(0) * y + x) << 16
                    | sample(green, rgb.format().stride(1) * y + x) << 8
                    | sample(blue, rgb.format().stride(2) * y + x);
        }
    }

    private static int sample(ByteBuffer plane, int index) {
        return Byte.toUnsignedInt(plane.get(index));
    }
}
