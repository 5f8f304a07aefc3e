package io.genga.samplefilm.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genga.samplefilm.SampleFilm;
import java.util.stream.Collectors;

/** The sheet that tells the camera which drawing belongs to which frame. It is attached to the film. */
final class ExposureSheet {

    static final String FILE_NAME = "exposure-sheet.txt";
    static final String MEDIA_TYPE = "text/plain";

    private ExposureSheet() {}

    /** A line for every frame. */
    static byte[] text() {
        return SampleFilm.frames().stream()
                .map(frame -> "%03d  %s\n".formatted(frame.number(), frame.drawing()))
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }
}
