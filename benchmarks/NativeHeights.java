import io.genga.samplefilm.SampleFilm;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes every seventh frame of the sample film, drawn HEIGHT rows high, as raw BGR: {@code NativeHeights HEIGHT}. {@code native-resolution.py} runs it. */
final class NativeHeights {

    private static final int FRAMES_BETWEEN = 7;

    private NativeHeights() {}

    public static void main(String[] arguments) throws IOException {
        int height = Integer.parseInt(arguments[0]);
        try (OutputStream frames = new BufferedOutputStream(System.out)) {
            for (int number = 0; number < SampleFilm.FRAMES; number += FRAMES_BETWEEN) {
                DataBufferByte samples = (DataBufferByte) SampleFilm.draw(number, height * 16 / 9, height)
                        .getRaster()
                        .getDataBuffer();
                frames.write(samples.getData());
            }
        }
    }
}
