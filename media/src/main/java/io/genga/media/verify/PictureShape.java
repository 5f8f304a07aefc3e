package io.genga.media.verify;

import io.genga.media.ffmpeg.DisplayRotation;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * How wide a picture is shown, and how it is turned.
 *
 * @param width in samples
 * @param height in samples
 * @param rotation in degrees; −1 where it is turned by something else than quarters
 */
record PictureShape(int width, int height, AspectRatio samples, int rotation) {

    private static final String NAME = "shape";
    private static final int ASKEW = -1;

    /** A row or column that an encoder could not keep changes this little. */
    private static final double TOLERANCE = 0.005;

    static PictureShape of(AVCodecParameters stream, AspectRatio samples) {
        return new PictureShape(
                stream.width(),
                stream.height(),
                samples,
                DisplayRotation.of(stream).orElse(ASKEW));
    }

    /** @param result whose picture is to have the shape of this one */
    Check compare(PictureShape result) {
        boolean equal = Math.abs(result.aspect() / aspect() - 1) <= TOLERANCE && rotation == result.rotation;
        return Check.of(NAME, equal, this + " became " + result);
    }

    /** Width by height, as shown before it is turned. */
    double aspect() {
        return (double) width * samples.num() / ((double) height * samples.den());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%dx%d with samples of %s (%.3f:1, turned by %d°)",
                width,
                height,
                samples,
                aspect(),
                rotation);
    }
}
