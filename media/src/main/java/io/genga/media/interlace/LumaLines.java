package io.genga.media.interlace;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A picture's brightness (of RGB, its green) in steps of 8 bits: all of its lines, but of wide ones only some columns. */
final class LumaLines {

    private static final int COLUMNS = 320;

    private final byte[] samples;
    private final int columns;
    private final int lines;

    private LumaLines(byte[] samples, int columns, int lines) {
        this.samples = samples;
        this.columns = columns;
        this.lines = lines;
    }

    /**
     * @param picture stays the caller's
     * @return empty where it is of a format that this project does not know
     */
    static Optional<LumaLines> of(AVFrame picture) {
        return PixelFormats.layoutOf(av_get_pix_fmt_name(picture.format()).getString())
                .map(layout -> of(picture, layout));
    }

    private static LumaLines of(AVFrame picture, PixelLayout layout) {
        int step = Math.max(1, picture.width() / COLUMNS);
        int columns = picture.width() / step;
        int lines = picture.height();
        int stride = picture.linesize(0);
        ByteBuffer plane =
                picture.data(0).capacity((long) stride * lines).asByteBuffer().order(ByteOrder.nativeOrder());
        byte[] samples = new byte[columns * lines];
        int stepInBytes = step * layout.bytesPerSample();
        int excessBits = layout.bitDepth() - Byte.SIZE;
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                int at = line * stride + column * stepInBytes;
                samples[line * columns + column] =
                        excessBits == 0 ? plane.get(at) : (byte) ((plane.getShort(at) & 0xffff) >> excessBits);
            }
        }
        return new LumaLines(samples, columns, lines);
    }

    boolean hasSizeOf(LumaLines other) {
        return columns == other.columns && lines == other.lines;
    }

    int columns() {
        return columns;
    }

    int lines() {
        return lines;
    }

    /** 0 to 255. */
    int at(int line, int column) {
        return samples[line * columns + column] & 0xff;
    }
}
