package io.genga.media.convert;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_enum_to_pos;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.ColourCodes;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.IntPointer;

/** One direction of a conversion between Y′CbCr and full-range R′G′B′ of the same size, done by swscale. */
final class PlaneConversion implements AutoCloseable {

    static {
        FfmpegLog.silence();
    }

    /** Without these, swscale rounds down, drops every second chroma sample, and differs between processors. */
    private static final int EXACT =
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT;

    private static final int FULL_RANGE = 1;
    private static final int LIMITED_RANGE = 0;
    /** 1 in swscale's fixed point of 16 fractional bits. */
    private static final int UNCHANGED = 1 << 16;

    private final FrameFormat from;
    private final FrameFormat to;
    private final SwsContext context;
    private final PlanePointers fromPlanes;
    private final PlanePointers toPlanes;

    private PlaneConversion(FrameFormat from, FrameFormat to, SwsContext context) {
        this.from = from;
        this.to = to;
        this.context = context;
        this.fromPlanes = new PlanePointers(from);
        this.toPlanes = new PlanePointers(to);
    }

    static PlaneConversion toRgb(FrameFormat yuv, ColourTags colour) {
        ColourCodes codes = ColourCodes.of(colour);
        int[] chroma = chromaPosition(codes);
        FrameFormat rgb = rgbOfSameSize(yuv);
        SwsContext context = allocate(yuv, rgb).src_h_chr_pos(chroma[0]).src_v_chr_pos(chroma[1]);
        initialise(context, colour, rangeOf(codes), FULL_RANGE);
        return new PlaneConversion(yuv, rgb, context);
    }

    static PlaneConversion toYuv(FrameFormat yuv, ColourTags colour) {
        ColourCodes codes = ColourCodes.of(colour);
        int[] chroma = chromaPosition(codes);
        FrameFormat rgb = rgbOfSameSize(yuv);
        SwsContext context = allocate(rgb, yuv).dst_h_chr_pos(chroma[0]).dst_v_chr_pos(chroma[1]);
        initialise(context, colour, FULL_RANGE, rangeOf(codes));
        return new PlaneConversion(rgb, yuv, context);
    }

    void convert(Frame source, Frame target) {
        requireFormat(source, from);
        requireFormat(target, to);
        int rows = sws_scale(
                context,
                fromPlanes.addresses(source),
                fromPlanes.strides(),
                0,
                from.height(),
                toPlanes.addresses(target),
                toPlanes.strides());
        FfmpegCall.check(rows, "converting the colours of frame " + source.pts());
    }

    private static SwsContext allocate(FrameFormat source, FrameFormat target) {
        return sws_alloc_context()
                .flags(EXACT)
                .threads(1)
                .src_w(source.width())
                .src_h(source.height())
                .src_format(PixelFormats.codeOf(source.layout()))
                .dst_w(target.width())
                .dst_h(target.height())
                .dst_format(PixelFormats.codeOf(target.layout()));
    }

    private static void initialise(SwsContext context, ColourTags colour, int sourceRange, int targetRange) {
        try {
            IntPointer matrix = sws_getCoefficients(Matrices.coefficientsOf(colour.matrix()));
            FfmpegCall.check(
                    sws_setColorspaceDetails(
                            context, matrix, sourceRange, matrix, targetRange, 0, UNCHANGED, UNCHANGED),
                    "setting matrix " + colour.matrix() + " and range " + colour.range());
            SwsFilter none = null;
            FfmpegCall.check(sws_init_context(context, none, none), "preparing the conversion of " + colour);
        } catch (RuntimeException e) {
            sws_freeContext(context);
            throw e;
        }
    }

    private static FrameFormat rgbOfSameSize(FrameFormat yuv) {
        return new FrameFormat(PixelLayout.RGB_8, yuv.width(), yuv.height());
    }

    private static int rangeOf(ColourCodes codes) {
        return codes.range() == AVCOL_RANGE_JPEG ? FULL_RANGE : LIMITED_RANGE;
    }

    /** Of the first chroma sample, horizontally and vertically, in 1/256 of a luma sample. Left is H.264's default. */
    private static int[] chromaPosition(ColourCodes codes) {
        int[] x = new int[1];
        int[] y = new int[1];
        int location = codes.chromaLocation() == AVCHROMA_LOC_UNSPECIFIED ? AVCHROMA_LOC_LEFT : codes.chromaLocation();
        FfmpegCall.check(av_chroma_location_enum_to_pos(x, y, location), "placing the chroma samples");
        return new int[] {x[0], y[0]};
    }

    private static void requireFormat(Frame frame, FrameFormat format) {
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame of " + format + " was expected, not " + frame.format());
        }
    }

    @Override
    public void close() {
        sws_freeContext(context);
        fromPlanes.close();
        toPlanes.close();
    }
}
