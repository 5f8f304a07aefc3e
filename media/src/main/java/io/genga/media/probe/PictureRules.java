package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_color_space_name;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/** What a video stream must be so that every picture of it can be remastered and nothing of its meaning is lost. */
final class PictureRules {

    /** FFmpeg's names of those matrices that linear arithmetic on Y, Cb and Cr inverts. */
    private static final Set<String> MATRICES =
            Set.of("unknown", "bt709", "smpte170m", "bt470bg", "fcc", "smpte240m", "bt2020nc");

    private static final String MATRIX_OF_RGB = "gbr";

    /** More come back from R, G, B of 16 bits with errors of several steps. */
    private static final int MOST_BITS = 12;

    /** Whose packets are one picture each, and of which it is known where decoding may start. */
    private static final Set<String> CODECS = new TreeSet<>(Set.of(
            "av1", "dnxhd", "ffv1", "h264", "hevc", "mjpeg", "mpeg1video", "mpeg2video", "mpeg4", "prores", "vp9"));

    private PictureRules() {}

    /** @throws RefusedMediaException with the first reason that is found */
    static void check(AVCodecParameters parameters, String displayName) {
        checkCoding(parameters, displayName);
        checkSamples(parameters, displayName);
        checkColour(parameters, displayName);
        Optional<String> meaning = StreamSideData.unsupportedMeaning(parameters);
        if (meaning.isPresent()) {
            throw new RefusedMediaException(
                    displayName, meaning.get() + ", which would be lost", "convert it to a plain picture first");
        }
    }

    /**
     * VP8 and VP9 have their transparency in a second picture beside the first, of which only Matroska says.
     *
     * @throws RefusedMediaException where there is one
     */
    static void checkTransparency(AVStream stream, String displayName) {
        if ("1".equals(SourceStreams.tag(stream, "alpha_mode"))) {
            throw transparent("in its container", displayName);
        }
    }

    private static RefusedMediaException transparent(String where, String displayName) {
        return new RefusedMediaException(
                displayName, "has transparency (" + where + "), which would be lost", "put it on a background");
    }

    private static void checkCoding(AVCodecParameters parameters, String displayName) {
        int id = parameters.codec_id();
        String codec = avcodec_get_name(id).getString();
        if (!CODECS.contains(codec) || avcodec_find_decoder(id) == null) {
            throw new RefusedMediaException(
                    displayName,
                    "holds video coded as " + codec + ", which cannot be read",
                    "convert it to one of " + String.join(", ", CODECS));
        }
    }

    private static void checkSamples(AVCodecParameters parameters, String displayName) {
        int format = parameters.format();
        if (format == AV_PIX_FMT_NONE || parameters.width() <= 0 || parameters.height() <= 0) {
            throw new RefusedMediaException(
                    displayName, "does not say how large its picture is or how it is coded", "copy it again");
        }
        requireKept(av_get_pix_fmt_name(format).getString(), displayName);
    }

    private static void requireKept(String format, String displayName) {
        if ((av_pix_fmt_desc_get(av_get_pix_fmt(format)).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0) {
            throw transparent(format, displayName);
        }
        Optional<PixelLayout> layout = PixelFormats.layoutOf(format);
        if (layout.isEmpty() || layout.get().bitDepth() > MOST_BITS) {
            throw new RefusedMediaException(
                    displayName,
                    "has pictures of the format " + format + ", which cannot be kept",
                    "convert it to 8 to " + MOST_BITS + " bits in planes, for example to yuv444p" + MOST_BITS + "le");
        }
    }

    private static void checkColour(AVCodecParameters parameters, String displayName) {
        BytePointer name = av_color_space_name(parameters.color_space());
        String matrix = name == null ? "number " + parameters.color_space() : name.getString();
        if (!MATRICES.contains(matrix) && !isRgb(parameters, matrix)) {
            throw new RefusedMediaException(
                    displayName,
                    "has the colour matrix " + matrix + ", which cannot be kept",
                    "convert it to bt709 or bt2020nc");
        }
    }

    private static boolean isRgb(AVCodecParameters parameters, String matrix) {
        String format = av_get_pix_fmt_name(parameters.format()).getString();
        return matrix.equals(MATRIX_OF_RGB)
                && PixelFormats.layoutOf(format).orElseThrow().model() == Model.RGB;
    }
}
