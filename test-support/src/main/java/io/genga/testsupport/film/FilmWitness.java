package io.genga.testsupport.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the ffmpeg program finds in a film. */
public final class FilmWitness {

    private static final int PTS_COLUMN = 2;
    private static final int HASH_COLUMN = 5;

    private FilmWitness() {}

    /** Every picture of the first video stream, in the order of presentation, decoded from beginning to end. */
    public static List<FrameHash> frames(Path film) {
        List<String> arguments = new ArrayList<>(List.of("-copyts", "-noautorotate", "-i", film.toString()));
        arguments.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-enc_time_base", "demux"));
        arguments.addAll(List.of("-f", "framehash", "-hash", "md5", "-"));
        return parse(BundledFfmpeg.run(arguments));
    }

    /**
     * Every packet of a stream, as it lies in the container.
     *
     * @param stream as ffmpeg specifies it, for example {@code a:0}
     */
    public static List<FrameHash> packets(Path film, String stream) {
        List<String> arguments = new ArrayList<>(List.of("-copyts", "-i", film.toString()));
        arguments.addAll(List.of("-map", "0:" + stream, "-c", "copy", "-f", "framehash", "-hash", "md5", "-"));
        return parse(BundledFfmpeg.run(arguments));
    }

    /** The first stream of subtitles, as a file in SubRip. */
    public static String subtitles(Path film) {
        String written =
                BundledFfmpeg.run(List.of("-i", film.toString(), "-map", "0:s:0", "-c:s", "srt", "-f", "srt", "-"));
        return written.replace("\\{{}", "{"); // what the program's decoders escape, its encoder does not take back
    }

    /**
     * Every picture of the first video stream in order of presentation, without padding, one after the other.
     *
     * @param pixelFormat FFmpeg's name of the format to which they are converted
     * @param target replaced where it exists
     */
    public static void writePictures(Path film, String pixelFormat, Path target) {
        List<String> arguments = new ArrayList<>(List.of("-y", "-noautorotate", "-i", film.toString()));
        arguments.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-pix_fmt", pixelFormat));
        arguments.addAll(List.of("-f", "rawvideo", target.toString()));
        BundledFfmpeg.run(arguments);
    }

    private static List<FrameHash> parse(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s*,\\s*"))
                .map(columns -> new FrameHash(Long.parseLong(columns[PTS_COLUMN]), columns[HASH_COLUMN]))
                .toList();
    }
}
