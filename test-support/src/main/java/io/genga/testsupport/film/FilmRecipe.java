package io.genga.testsupport.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A film to be made. The same recipe makes the same file.
 *
 * @param source arguments of the ffmpeg program that open the picture's input
 * @param frames pictures that are read from the source, before any filter
 * @param filter FFmpeg's filter graph for the picture; {@code null} passes it through
 * @param encoding arguments that encode the picture
 * @param companions what the film has besides its picture
 * @param muxing arguments for the container
 * @param extension of the file's name; it chooses the container
 */
public record FilmRecipe(
        List<String> source,
        double framesPerSecond,
        int frames,
        String filter,
        List<String> encoding,
        List<Companion> companions,
        List<String> muxing,
        String extension) {

    private static final List<String> PROGRESSIVE_420 = List.of("-pix_fmt", "yuv420p");

    public FilmRecipe {
        source = List.copyOf(source);
        encoding = List.copyOf(encoding);
        companions = List.copyOf(companions);
        muxing = List.copyOf(muxing);
    }

    /** A moving test picture in H.264, progressive, 8 bits, 4:2:0, in MP4 with its index at the end. */
    public static FilmRecipe testPicture(int width, int height, int framesPerSecond, int frames) {
        return pictures("testsrc2=size=" + width + "x" + height + ":rate=" + framesPerSecond, framesPerSecond, frames);
    }

    /**
     * As {@link #testPicture}, and each picture shows its number: see {@link FilmWitness#shown}.
     *
     * @param framesPerSecond as the ffmpeg program takes it, for example {@code 24000/1001}
     * @param frames up to 256
     */
    public static FilmRecipe numbered(int width, int height, String framesPerSecond, int frames) {
        String[] parts = framesPerSecond.split("/", -1);
        double rate = Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
        return pictures(FrameNumbers.source(width, height, framesPerSecond), rate, frames);
    }

    private static FilmRecipe pictures(String picture, double framesPerSecond, int frames) {
        return new FilmRecipe(
                        List.of("-f", "lavfi", "-i", picture),
                        framesPerSecond,
                        frames,
                        null,
                        PROGRESSIVE_420,
                        List.of(),
                        List.of(),
                        "mp4")
                .grouped(GroupOfPictures.CLOSED);
    }

    /** The pictures of an existing film, encoded again as {@link #testPicture} is. */
    public static FilmRecipe picturesOf(Path film, double framesPerSecond, int frames) {
        return new FilmRecipe(
                        List.of("-i", film.toString()),
                        framesPerSecond,
                        frames,
                        null,
                        PROGRESSIVE_420,
                        List.of(),
                        List.of(),
                        "mp4")
                .grouped(GroupOfPictures.CLOSED);
    }

    public FilmRecipe grouped(GroupOfPictures groups) {
        return encoded("-c:v", "libx264", "-preset", "veryfast", "-x264-params", groups.x264Parameters());
    }

    /** Adds arguments of the encoder; a later one overrides an earlier one. */
    public FilmRecipe encoded(String... arguments) {
        List<String> added = plus(encoding, arguments);
        return new FilmRecipe(source, framesPerSecond, frames, filter, added, companions, muxing, extension);
    }

    public FilmRecipe filtered(String graph) {
        return new FilmRecipe(source, framesPerSecond, frames, graph, encoding, companions, muxing, extension);
    }

    public FilmRecipe with(Companion... added) {
        List<Companion> all = plus(companions, added);
        return new FilmRecipe(source, framesPerSecond, frames, filter, encoding, all, muxing, extension);
    }

    /** Adds arguments for the picture's input. */
    public FilmRecipe opened(String... arguments) {
        List<String> all = plus(List.of(arguments), source.toArray(String[]::new));
        return new FilmRecipe(all, framesPerSecond, frames, filter, encoding, companions, muxing, extension);
    }

    /** Adds arguments of the muxer. */
    public FilmRecipe muxed(String... arguments) {
        List<String> added = plus(muxing, arguments);
        return new FilmRecipe(source, framesPerSecond, frames, filter, encoding, companions, added, extension);
    }

    /** In the container that {@code newExtension} stands for. */
    public FilmRecipe in(String newExtension) {
        return new FilmRecipe(source, framesPerSecond, frames, filter, encoding, companions, muxing, newExtension);
    }

    public double seconds() {
        return frames / framesPerSecond;
    }

    /** The film itself; see {@link FilmStudio}. */
    public Path make() {
        return FilmStudio.make(this);
    }

    @SafeVarargs
    private static <T> List<T> plus(List<T> list, T... added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    List<String> arguments(Path workFolder, List<List<String>> companionInputs, Path output) {
        List<String> arguments = new ArrayList<>(source);
        companionInputs.forEach(arguments::addAll);
        arguments.addAll(List.of("-map", "0:v:0"));
        if (filter != null) {
            arguments.addAll(List.of("-filter:v:0", filter));
        }
        arguments.addAll(encoding);
        int index = 1;
        for (int i = 0; i < companions.size(); i++) {
            arguments.addAll(companions.get(i).output(workFolder, index));
            index += companionInputs.get(i).isEmpty() ? 0 : 1;
        }
        arguments.addAll(
                List.of("-threads:v", "1", "-frames:v:0", Integer.toString(frames), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags", "+bitexact"));
        arguments.addAll(muxing);
        arguments.add(output.toString());
        return arguments;
    }
}
