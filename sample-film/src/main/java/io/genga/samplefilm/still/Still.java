package io.genga.samplefilm.still;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** One frame of a film, to be looked at. */
public final class Still {

    private Still() {}

    /**
     * Decodes the film from its beginning, so that the number is certain: for short films.
     *
     * @param number of the frame, from 0
     * @return its picture in RGB, converted as BT.601, as the sample film is tagged; the caller's own
     * @throws IOException where the film cannot be read, or has fewer frames
     */
    public static BufferedImage of(Path film, int number) throws IOException {
        // What FFmpeg has to say goes to standard error, and is said better by exceptions.
        av_log_set_level(AV_LOG_QUIET);
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile());
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            grabber.start();
            Frame frame = grabber.grabImage();
            for (int i = 0; i < number && frame != null; i++) {
                frame = grabber.grabImage();
            }
            if (frame == null) {
                throw new IOException(film + " has no frame " + number);
            }
            return converter.convert(frame);
        }
    }
}
