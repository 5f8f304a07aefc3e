package io.genga.standalone.demo;

import io.genga.samplefilm.still.Still;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture that shows details of a film beside the same details of the remastered one. */
final class BeforeAndAfter {

    private BeforeAndAfter() {}

    /** @param picture PNG; replaced where it exists */
    static void write(Path before, Path after, Path picture) throws IOException {
        List<Comparison.Row> rows = new ArrayList<>();
        for (Detail detail : Detail.OF_SAMPLE_FILM) {
            BufferedImage source = detail.in(Still.of(before, detail.frame()));
            BufferedImage result = detail.in(Still.of(after, detail.frame()));
            rows.add(new Comparison.Row(source, result));
        }
        if (!ImageIO.write(Comparison.draw(rows), "png", picture.toFile())) {
            throw new IOException("this Java writes no PNG");
        }
    }
}
