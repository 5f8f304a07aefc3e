package io.genga.frames;

import java.util.Objects;

/**
 * How a picture's samples are laid out: always in planes, one per component, in the order of {@link Model#components()}.
 *
 * @param chromaShiftX log2 of the horizontal subsampling of chroma: 1 for 4:2:0 and 4:2:2, 0 otherwise
 * @param chromaShiftY log2 of the vertical subsampling of chroma: 1 for 4:2:0, 0 otherwise
 * @param bitDepth 8 to 16. Up to 8 bits a sample takes one byte, else two in the machine's byte order
 */
public record PixelLayout(Model model, int chromaShiftX, int chromaShiftY, int bitDepth) {

    /** The components of a picture. */
    public enum Model {
        /** Y, Cb, Cr. */
        YUV(3),
        /** R, G, B, in this order. */
        RGB(3),
        /** Y alone. */
        GREY(1);

        private final int components;

        Model(int components) {
            this.components = components;
        }

        public int components() {
            return components;
        }
    }

    private static final int SHALLOWEST = 8;
    private static final int DEEPEST = 16;

    public static final PixelLayout YUV420_8 = new PixelLayout(Model.YUV, 1, 1, SHALLOWEST);
    public static final PixelLayout RGB_8 = new PixelLayout(Model.RGB, 0, 0, SHALLOWEST);
    public static final PixelLayout RGB_16 = new PixelLayout(Model.RGB, 0, 0, DEEPEST);

    public PixelLayout {
        Objects.requireNonNull(model, "model");
        if (bitDepth < SHALLOWEST || bitDepth > DEEPEST) {
            throw new IllegalArgumentException("bit depth " + bitDepth + " must lie in 8 to 16");
        }
        if (model != Model.YUV && (chromaShiftX != 0 || chromaShiftY != 0)) {
            throw new IllegalArgumentException(model + " has no chroma to subsample");
        }
    }

    public int bytesPerSample() {
        return bitDepth > Byte.SIZE ? Short.BYTES : Byte.BYTES;
    }

    /** The largest value of a sample. */
    public int maxValue() {
        return (1 << bitDepth) - 1;
    }

    /** The same components and subsampling with samples of {@code bits}. */
    public PixelLayout withBitDepth(int bits) {
        return new PixelLayout(model, chromaShiftX, chromaShiftY, bits);
    }

    /**
     * Whether pictures of {@code other} lose nothing in this layout: it has the same components, or those of grey and others,
     * is as deep, and subsamples chroma no more.
     */
    public boolean holds(PixelLayout other) {
        boolean components = model == other.model || model == Model.YUV && other.model == Model.GREY;
        boolean chroma =
                other.model == Model.GREY || chromaShiftX <= other.chromaShiftX && chromaShiftY <= other.chromaShiftY;
        return components && chroma && bitDepth >= other.bitDepth;
    }

    /** Samples in a row of {@code plane} of a picture {@code width} pixels wide; an odd width rounds up. */
    public int planeWidth(int plane, int width) {
        return isChroma(plane) ? -(-width >> chromaShiftX) : width;
    }

    /** Rows of {@code plane} of a picture {@code height} pixels high; an odd height rounds up. */
    public int planeHeight(int plane, int height) {
        return isChroma(plane) ? -(-height >> chromaShiftY) : height;
    }

    private boolean isChroma(int plane) {
        return model == Model.YUV && plane > 0;
    }
}
