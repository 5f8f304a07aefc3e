package io.genga.media.convert;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
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

/** Between Y′CbCr or grey and full-range R′G′B′, done by swscale. */
final class PlaneConversion implements Conversion {

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

    private final ConversionEnd from;
    private final ConversionEnd to;
    private final SwsContext context;

    private PlaneConversion(ConversionEnd from, ConversionEnd to, SwsContext context) {
        this.from = from;
        this.to = to;
        this.context = context;
    }

    static PlaneConversion toRgb(FrameFormat yuv, FrameFormat rgb, ColourTags colour) {
        ColourCodes codes = ColourCodes.of(colour);
        ConversionEnd from = ConversionEnd.of(yuv);
        ConversionEnd to = ConversionEnd.of(rgb);
        ChromaPosition chroma = ChromaPosition.of(codes, from.shown().layout());
        SwsContext context = allocate(from, to).src_h_chr_pos(chroma.x()).src_v_chr_pos(chroma.y());
        initialise(context, colour, rangeOf(codes), FULL_RANGE, contrast(yuv, rgb, rangeOf(codes)));
        return new PlaneConversion(from, to, context);
    }

    static PlaneConversion toYuv(FrameFormat rgb, FrameFormat yuv, ColourTags colour) {
        ColourCodes codes = ColourCodes.of(colour);
        ConversionEnd from = ConversionEnd.of(rgb);
        ConversionEnd to = ConversionEnd.of(yuv);
        ChromaPosition chroma = ChromaPosition.of(codes, to.shown().layout());
        SwsContext context = allocate(from, to).dst_h_chr_pos(chroma.x()).dst_v_chr_pos(chroma.y());
        initialise(context, colour, FULL_RANGE, rangeOf(codes), UNCHANGED);
        return new PlaneConversion(from, to, context);
    }

    @Override
    public void convert(Frame source, Frame target) {
        int rows = sws_scale(
                context,
                from.addresses(source),
                from.strides(),
                0,
                from.frames().height(),
                to.addresses(target),
                to.strides());
        FfmpegCall.check(rows, "converting the colours of frame " + source.pts());
    }

    private static SwsContext allocate(ConversionEnd source, ConversionEnd target) {
        FrameFormat from = source.shown();
        FrameFormat to = target.shown();
        return sws_alloc_context()
                .flags(EXACT)
                .threads(1)
                .src_w(from.width())
                .src_h(from.height())
                .src_format(PixelFormats.codeOf(from.layout()))
                .dst_w(to.width())
                .dst_h(to.height())
                .dst_format(PixelFormats.codeOf(to.layout()));
    }

    private static void initialise(
            SwsContext context, ColourTags colour, int sourceRange, int targetRange, int contrast) {
        try {
            IntPointer matrix = sws_getCoefficients(Matrices.coefficientsOf(colour.matrix()));
            FfmpegCall.check(
                    sws_setColorspaceDetails(context, matrix, sourceRange, matrix, targetRange, 0, contrast, UNCHANGED),
                    "setting matrix " + colour.matrix() + " and range " + colour.range());
            SwsFilter none = null;
            FfmpegCall.check(sws_init_context(context, none, none), "preparing the conversion of " + colour);
        } catch (RuntimeException e) {
            sws_freeContext(context);
            throw e;
        }
    }

    private static int contrast(FrameFormat source, FrameFormat rgb, int range) {
        return rgb.layout().equals(PixelLayout.RGB_16)
                ? WhiteLevel.contrastTo16Bits(source.layout(), range == FULL_RANGE)
                : UNCHANGED;
    }

    private static int rangeOf(ColourCodes codes) {
        return codes.range() == AVCOL_RANGE_JPEG ? FULL_RANGE : LIMITED_RANGE;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        from.close();
        to.close();
    }
}
