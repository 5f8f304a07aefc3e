package io.genga.testsupport.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** What a film has besides its picture. */
public sealed interface Companion {

    /** Arguments that open one input of the ffmpeg program, or none; files it needs are written to {@code workFolder}. */
    List<String> input(Path workFolder, double seconds) throws IOException;

    /** Arguments that put input {@code index}, or what was written to {@code workFolder}, into the film. */
    List<String> output(Path workFolder, int index);

    /** A sine tone in AAC. */
    record Sound(int hertz) implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) {
            return List.of("-f", "lavfi", "-i", "sine=frequency=" + hertz + ":sample_rate=48000:duration=" + seconds);
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map", index + ":a", "-c:a", "aac", "-b:a", "64k");
        }
    }

    /** A sine tone in Opus, which WebM can hold. */
    record OpusSound(int hertz) implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) {
            return new Sound(hertz).input(workFolder, seconds);
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map", index + ":a", "-c:a", "libopus", "-b:a", "64k");
        }
    }

    /**
     * Two lines of dialogue.
     *
     * @param encoder as ffmpeg names it: {@code srt}, {@code ass}, {@code webvtt} or {@code mov_text}
     */
    record Subtitles(String encoder, String language) implements Companion {
        private static final String SUBRIP =
                "1\n00:00:00,200 --> 00:00:00,900\n原画\n\n2\n00:00:01,000 --> 00:00:01,500\nkey drawings\n";

        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Path file = Files.writeString(workFolder.resolve("subtitles.srt"), SUBRIP);
            return List.of("-i", file.toString());
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map", index + ":s", "-c:s", encoder, "-metadata:s:s", "language=" + language);
        }
    }

    /** Subtitles that are pictures, as on discs. */
    record BitmapSubtitles(String language) implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Path file = Files.write(workFolder.resolve("subtitles.sup"), SupFile.ofTwoBars());
            return List.of("-i", file.toString());
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map", index + ":s", "-c:s", "copy", "-metadata:s:s", "language=" + language);
        }
    }

    /**
     * Subtitles as they stand in a file.
     *
     * @param extension of the file, which tells its format: {@code srt}, {@code ass} or {@code vtt}
     * @param encoder as ffmpeg names it
     */
    record SubtitleFile(String content, String extension, String encoder, String language) implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Path file = Files.writeString(workFolder.resolve("dialogue." + extension), content);
            return List.of("-i", file.toString());
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return new Subtitles(encoder, language).output(workFolder, index);
        }
    }

    /** Two chapters and a title. */
    record Chapters() implements Companion {
        private static final String METADATA = ";FFMETADATA1\ntitle=Genga\n"
                + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=Opening\n"
                + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1000\ntitle=Part A\n";

        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Path file = Files.writeString(workFolder.resolve("chapters.txt"), METADATA);
            return List.of("-f", "ffmetadata", "-i", file.toString());
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map_chapters", Integer.toString(index), "-map_metadata", Integer.toString(index));
        }
    }

    /** A font by its type, though not by its bytes. Matroska alone can hold it. */
    record Font() implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Files.writeString(workFolder.resolve("font.ttf"), "glyphs");
            return List.of();
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            String font = workFolder.resolve("font.ttf").toString();
            return List.of("-attach", font, "-metadata:s:t", "mimetype=application/x-truetype-font");
        }
    }

    /** A small picture of the cover. */
    record CoverArt() implements Companion {
        @Override
        public List<String> input(Path workFolder, double seconds) throws IOException {
            Path file = workFolder.resolve("cover.jpg");
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
            return List.of("-i", file.toString());
        }

        @Override
        public List<String> output(Path workFolder, int index) {
            return List.of("-map", index + ":v", "-c:v:1", "copy", "-disposition:v:1", "attached_pic");
        }
    }
}
