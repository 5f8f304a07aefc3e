package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.av_chroma_location_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_primaries_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_range_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_color_transfer_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.SvtAv1Settings;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** How a picture's numbers are to be read. */
record PictureTags(String pixelFormat, ColourTags colour) {

    /** What FFmpeg says where nothing is said, though decoders may fill in what a standard implies. */
    private static final String UNSAID = "unknown";

    /** The same of chroma's location. */
    private static final String UNSPECIFIED = "unspecified";

    /** These say once more where chroma lies. */
    private static final Set<OutputContainer> HAVE_IT_TOO = Set.of(OutputContainer.MATROSKA, OutputContainer.WEBM);

    static PictureTags planned(PlannedTarget target) {
        ColourTags colour = target.colour();
        ColourTags witnessed = isChromaLocationTold(target)
                ? colour
                : new ColourTags(colour.primaries(), colour.transfer(), colour.matrix(), colour.range(), UNSPECIFIED);
        return new PictureTags(DecodedFormat.planned(target), witnessed);
    }

    /** AV1 has it in its sequence header, but FFmpeg's decoders do not look; ProRes does not have it. */
    private static boolean isChromaLocationTold(PlannedTarget target) {
        EncoderSettings encoder = target.encoder().settings();
        return !(writesAv1(encoder) || encoder instanceof ProResSettings) || HAVE_IT_TOO.contains(target.container());
    }

    private static boolean writesAv1(EncoderSettings encoder) {
        return encoder instanceof SvtAv1Settings
                || encoder instanceof NvencSettings nvenc && nvenc.format() == NvencSettings.Format.AV1;
    }

    /** The tags of {@code picture}; where {@code planned} leaves one open, that of the picture does not count. */
    static PictureTags found(AVFrame picture, PictureTags planned) {
        ColourTags open = planned.colour();
        return new PictureTags(
                DecodedFormat.named(nameOf(av_get_pix_fmt_name(picture.format()))),
                new ColourTags(
                        said(open.primaries(), av_color_primaries_name(picture.color_primaries())),
                        said(open.transfer(), av_color_transfer_name(picture.color_trc())),
                        said(open.matrix(), av_color_space_name(picture.colorspace())),
                        said(open.range(), av_color_range_name(picture.color_range())),
                        said(open.chromaLocation(), av_chroma_location_name(picture.chroma_location()))));
    }

    private static String said(String planned, BytePointer found) {
        return isOpen(planned) ? planned : nameOf(found);
    }

    private static boolean isOpen(String planned) {
        return planned.equals(UNSAID) || planned.equals(UNSPECIFIED);
    }

    private static String nameOf(BytePointer name) {
        return name == null ? UNSAID : name.getString();
    }
}
