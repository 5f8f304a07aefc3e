package io.genga.media.convert;

import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.BytePointer;

/**
 * Chroma for grey pictures. swscale takes grey for full range, whatever it is told; with chroma of no colour beside it, grey is
 * converted by its true range like any other picture.
 */
final class NeutralChroma {

    private static final int PLANES = 2;

    private NeutralChroma() {}

    /** The format of a grey picture together with such chroma. */
    static FrameFormat coloured(FrameFormat grey) {
        PixelLayout layout = new PixelLayout(Model.YUV, 1, 1, grey.layout().bitDepth());
        return new FrameFormat(layout, grey.width(), grey.height());
    }

    /** Pointers to a grey picture and to chroma beside it. What a conversion writes to the chroma means nothing. */
    static PlanePointers pointers(FrameFormat grey) {
        FrameFormat coloured = coloured(grey);
        return new PlanePointers(grey).append(PLANES, samples(coloured), coloured.stride(1));
    }

    /** For both planes. */
    private static BytePointer samples(FrameFormat coloured) {
        PixelLayout layout = coloured.layout();
        ByteBuffer plane = ByteBuffer.allocate(coloured.planeBytes(1)).order(ByteOrder.nativeOrder());
        int neutral = 1 << (layout.bitDepth() - 1);
        while (plane.hasRemaining()) {
            if (layout.bytesPerSample() == Byte.BYTES) {
                plane.put((byte) neutral);
            } else {
                plane.putShort((short) neutral);
            }
        }
        return new BytePointer(plane.array());
    }
}
