package io.genga.testsupport.film;

import io.genga.contracts.plan.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the ffmpeg program finds in a film. */
public final class FilmWitness {

    private static final int PTS_COLUMN = 2;
    private static final int HASH_COLUMN = 5;
    private static final String TIME_BASE = "#tb 0: ";

    /** By the ends of their names, containers whose clock may stand anywhere at the film's beginning. */
    private static final List<String> RUNNING_CLOCK = List.of(".ts", ".m2ts", ".mpg");

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

    /**
     * Every picture of a film of {@link FilmRecipe#numbered}, in the order of presentation, decoded from beginning to end.
     *
     * @param video which of its video streams, counted from 0
     */
    public static ShownFilm shown(Path film, int video) {
        try {
            Path blocks = Files.createTempFile("blocks", ".raw");
            try {
                return shown(film, "0:v:" + video, blocks);
            } finally {
                Files.delete(blocks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the numbers of " + film, e);
        }
    }

    private static ShownFilm shown(Path film, String stream, Path blocks) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-y", "-copyts", "-noautorotate"));
        boolean runningClock = RUNNING_CLOCK.stream().anyMatch(film.toString()::endsWith);
        if (runningClock) {
            arguments.add("-start_at_zero");
        }
        if (film.toString().endsWith(".avi")) { // which has no PTS
            arguments.addAll(List.of("-fflags", "+genpts"));
        }
        arguments.addAll(List.of("-i", film.toString()));
        arguments.addAll(List.of("-map", stream, "-fps_mode", "passthrough", "-enc_time_base", "demux"));
        arguments.addAll(List.of("-f", "framehash", "-hash", "md5", "-"));
        arguments.addAll(List.of("-map", stream, "-fps_mode", "passthrough", "-vf", FrameNumbers.TO_BLOCKS));
        arguments.addAll(List.of("-f", "rawvideo", blocks.toString()));
        if (runningClock) { // else the clock would begin with the pictures, even where sound comes before them
            arguments.addAll(List.of("-map", "0", "-c", "copy", "-f", "null", "-"));
        }
        String output = BundledFfmpeg.run(arguments);
        List<FrameHash> hashes = parse(output);
        List<Integer> numbers = FrameNumbers.read(Files.readAllBytes(blocks));
        List<ShownFrame> frames = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            frames.add(new ShownFrame(hashes.get(i).pts(), hashes.get(i).md5(), numbers.get(i)));
        }
        return new ShownFilm(timeBase(output), frames);
    }

    private static Rational timeBase(String output) {
        String line = output.lines()
                .filter(header -> header.startsWith(TIME_BASE))
                .findFirst()
                .orElseThrow();
        String[] parts = line.substring(TIME_BASE.length()).split("/", -1);
        return new Rational(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static List<FrameHash> parse(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s*,\\s*"))
                .map(columns -> new FrameHash(Long.parseLong(columns[PTS_COLUMN]), columns[HASH_COLUMN]))
                .toList();
    }
}
