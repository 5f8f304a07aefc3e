package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TensorDescription;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;

/** Turns whole frames of a film into tensors of one size, and results into frames. */
final class WholeFrames {

    private final NetworkManifest manifest;
    private final PlannedTiles whole;
    private final FramePool frames;
    private final Tile all;

    /**
     * @param whole one tile as large as a padded frame
     * @param frames where the larger frames come from
     */
    WholeFrames(NetworkManifest manifest, PlannedTiles whole, FramePool frames) {
        this.manifest = manifest;
        this.whole = whole;
        this.frames = frames;
        Rectangle padded = new Rectangle(0, 0, whole.width(), whole.height());
        this.all = new Tile(padded, padded);
    }

    /**
     * @param input that takes the frame
     * @throws IllegalArgumentException where the frame does not fit
     */
    void read(Frame rgb, TensorDescription input, TileTensor tensor) {
        int width = manifest.padded(rgb.format().width());
        int height = manifest.padded(rgb.format().height());
        boolean fits = width == whole.width() && height == whole.height();
        if (rgb.format().layout().model() != PixelLayout.Model.RGB || !fits) {
            throw new IllegalArgumentException(
                    "a frame of " + rgb.format() + " is not RGB that fits one tile of " + whole);
        }
        new FrameToTensor(rgb, manifest, input).read(all.source(), tensor);
    }

    /** @return what the network made of the frame, owned by the caller */
    Frame enlarged(Frame rgb, TileTensor result) {
        Frame larger = frames.acquire(rgb.format().times(manifest.scale()), rgb.pts(), rgb.colour());
        new TensorToFrame(larger, manifest).write(result, all);
        return larger;
    }
}
