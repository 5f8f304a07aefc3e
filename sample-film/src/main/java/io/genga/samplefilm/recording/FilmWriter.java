package io.genga.samplefilm.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a file of the sample film: Matroska with H.264, small and degraded as old films are, a soundtrack, subtitles,
 * chapters and its exposure sheet.
 */
public final class FilmWriter {

    /** Half of the size in which the film is drawn. */
    public static final int WIDTH = 512;

    public static final int HEIGHT = 288;

    private FilmWriter() {}

    /**
     * The same bytes whenever it is called. A process that is killed meanwhile leaves up to two files beside it, which the
     * next call replaces.
     *
     * @param file replaced where it exists, once the new one is complete
     * @throws IOException where it cannot be written
     */
    public static void write(Path file) throws IOException {
        // What FFmpeg has to say goes to standard error, and is said better by exceptions.
        av_log_set_level(AV_LOG_QUIET);
        Path recording = file.resolveSibling(file.getFileName() + ".recording");
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        // So that Ctrl-C leaves nothing behind.
        recording.toFile().deleteOnExit();
        unfinished.toFile().deleteOnExit();
        try {
            Recording.write(recording);
            FilmCopy.write(recording, unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(recording);
            Files.deleteIfExists(unfinished);
        }
    }
}
