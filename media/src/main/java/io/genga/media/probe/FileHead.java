package io.genga.media.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What can be said about a file from its first bytes, before a demuxer sees it. */
final class FileHead {

    private static final int BYTES = 4096;
    private static final List<String> PLAYLISTS = List.of("#EXTM3U", "ffconcat", "<MPD", "[playlist]");

    private FileHead() {}

    /** @throws RefusedMediaException where there is no file, nothing in it, or text */
    static void check(Path file, String displayName) {
        if (!Files.exists(file)) {
            throw new RefusedMediaException(displayName, "does not exist", "check its name and folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedMediaException(displayName, "is not a file", "name a video file");
        }
        byte[] head = read(file, displayName);
        if (head.length == 0) {
            throw new RefusedMediaException(displayName, "is empty", "copy it again from where it came");
        }
        checkText(head, displayName);
    }

    private static byte[] read(Path file, String displayName) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(BYTES);
        } catch (IOException e) {
            throw new RefusedMediaException(displayName, "cannot be read", "check its permissions and its disk", e);
        }
    }

    private static void checkText(byte[] head, String displayName) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.chars().anyMatch(FileHead::isBinary)) {
            return;
        }
        if (PLAYLISTS.stream().anyMatch(text::contains)) {
            throw new RefusedMediaException(displayName, "is a playlist, not a video", "name the video file itself");
        }
        throw new RefusedMediaException(displayName, "is a text file, not a video", "name a video file");
    }

    private static boolean isBinary(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t' && character != '\f';
    }
}
