package io.genga.media.corpus;

import io.genga.contracts.id.Sha256;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Digests of the pictures that go into an encoder, whichever it is: equal only where every sample is. */
final class EncodedPictures implements Consumer<Frame> {

    private final SortedMap<Long, Sha256> byPts = new TreeMap<>();

    @Override
    public void accept(Frame picture) {
        FrameFormat format = picture.format();
        MessageDigest digest = Sha256.newDigest();
        for (int plane = 0; plane < format.planes(); plane++) {
            ByteBuffer samples = picture.plane(plane);
            int bytes = format.planeWidth(plane) * format.layout().bytesPerSample();
            for (int row = 0; row < format.planeHeight(plane); row++) {
                digest.update(samples.slice(row * format.stride(plane), bytes));
            }
        }
        byPts.put(picture.pts(), Sha256.of(digest));
    }

    /** By the time stamps of the pictures, in the source's time base. */
    SortedMap<Long, Sha256> byPts() {
        return byPts;
    }
}
