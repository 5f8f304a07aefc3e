package io.genga.media.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;

/** Libraries that do not tell their version: that of the bundle they come in stands for it. */
final class BundledLibrary {

    private BundledLibrary() {}

    /** For example {@code libx265 of ffmpeg 8.0.1-1.5.13}. */
    static String named(String library) {
        try {
            return library + " of ffmpeg " + Loader.getVersion("org.bytedeco", "ffmpeg");
        } catch (IOException e) {
            throw new UncheckedIOException("reading the version of FFmpeg's bundle", e);
        }
    }
}
