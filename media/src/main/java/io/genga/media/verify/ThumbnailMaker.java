package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.verify.Sketch.ShownSize;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes thumbnails of the decoded pictures of one film, as a player would show them. Not thread-safe. */
final class ThumbnailMaker implements AutoCloseable {

    private static final int COMPONENTS = 3;

    private final List<PlaneShrinker> details = Stream.generate(() -> new PlaneShrinker(Sketch.WIDTH, Sketch.HEIGHT))
            .limit(COMPONENTS)
            .toList();
    private final List<PlaneShrinker> blocks = Stream.generate(
                    () -> new PlaneShrinker(Thumbnail.COLUMNS, Thumbnail.ROWS))
            .limit(COMPONENTS)
            .toList();
    private final ShownSize shape;

    /** @param shape of the pictures */
    ThumbnailMaker(PictureShape shape) {
        this.shape = ShownSize.of(shape);
    }

    /**
     * @param picture stays the caller's
     * @param nanoseconds at which it is shown
     * @throws IllegalArgumentException where the picture's samples do not lie in planes
     */
    TimedThumbnail of(AVFrame picture, long nanoseconds) {
        String format = av_get_pix_fmt_name(picture.format()).getString();
        PixelLayout layout = PixelFormats.layoutOf(format)
                .orElseThrow(
                        () -> new IllegalArgumentException("pictures of the format " + format + " are not compared"));
        byte[][] samples = new byte[layout.model().components()][];
        for (int plane = 0; plane < samples.length; plane++) {
            boolean chroma = layout.model() == Model.YUV && plane > 0;
            PlaneShrinker shrinker = (chroma ? blocks : details).get(plane);
            samples[PixelFormats.framePlane(layout, plane)] = shrinker.shrink(
                    picture.data(plane),
                    picture.linesize(plane),
                    layout.planeWidth(plane, picture.width()),
                    layout.planeHeight(plane, picture.height()),
                    layout.bitDepth());
        }
        Sketch sketch = new Sketch(samples, SampleMeaning.of(picture, format, layout.model()), shape);
        return new TimedThumbnail(Thumbnail.of(sketch), sketch, nanoseconds);
    }

    @Override
    public void close() {
        details.forEach(PlaneShrinker::close);
        blocks.forEach(PlaneShrinker::close);
    }
}
