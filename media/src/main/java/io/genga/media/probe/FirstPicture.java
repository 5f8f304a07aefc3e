package io.genga.media.probe;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DOVI_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DOVI_RPU_BUFFER;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DYNAMIC_HDR_PLUS;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DYNAMIC_HDR_VIVID;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.request.SourceSelection;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.HdrSideData;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.intermediate.SalvagedPictures;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What only a decoded picture tells: streams of high dynamic range say it in their packets, containers not always. */
final class FirstPicture {

    /** As the rest of a sentence that begins with the source's name. */
    private static final Map<Integer, String> CHANGING_WITH_THE_PICTURE = Map.of(
            AV_FRAME_DATA_DOVI_METADATA, "is in Dolby Vision",
            AV_FRAME_DATA_DOVI_RPU_BUFFER, "is in Dolby Vision",
            AV_FRAME_DATA_DYNAMIC_HDR_VIVID, "is in HDR Vivid");

    private FirstPicture() {}

    /**
     * What a picture says of its range.
     *
     * @param metadata that holds for the whole film; null where there is none
     * @param hdr10Plus whether each picture also has HDR10+ of its own
     */
    record DynamicRange(HdrMetadata metadata, boolean hdr10Plus) {

        private static final DynamicRange STANDARD = new DynamicRange(null, false);
    }

    /**
     * @param stream of {@code file}, opened by the caller
     * @return nothing for 8 bits, for which there are no standards of high dynamic range
     * @throws RefusedMediaException where the description of the range changes from picture to picture in a way that cannot be left
     *     out, or nothing can be decoded
     */
    static DynamicRange range(Path file, AVStream stream, SourceSelection selection, String displayName) {
        return isShallow(stream.codecpar())
                ? DynamicRange.STANDARD
                : range(file, stream.index(), selection, displayName);
    }

    private static DynamicRange range(Path file, int stream, SourceSelection selection, String displayName) {
        try (InputFile input = selection.salvages() ? InputFile.openDamaged(file) : InputFile.open(file)) {
            input.readOnly(stream);
            AVCodecParameters parameters = input.stream(stream).codecpar();
            return selection.salvages()
                    ? rangeOfDamaged(parameters, input, displayName)
                    : range(parameters, input, displayName);
        } catch (FfmpegException e) {
            throw undecodable(displayName, e);
        }
    }

    private static DynamicRange range(AVCodecParameters stream, InputFile input, String displayName) {
        try (VideoDecoder decoder = VideoDecoder.open(stream, Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE)) {
            return range(firstWhole(decoder, input), displayName);
        }
    }

    private static DynamicRange rangeOfDamaged(AVCodecParameters stream, InputFile input, String displayName) {
        PixelLayout layout = PixelFormats.layoutOf(
                        av_get_pix_fmt_name(stream.format()).getString())
                .orElseThrow();
        FrameFormat format = new FrameFormat(layout, stream.width(), stream.height());
        try (SalvagedPictures pictures = new SalvagedPictures(stream, format)) {
            return range(pictures.next(input::read), displayName);
        }
    }

    private static DynamicRange range(AVFrame picture, String displayName) {
        if (picture == null) {
            throw undecodable(displayName, null);
        }
        requireConstant(picture, displayName);
        boolean hdr10Plus = av_frame_get_side_data(picture, AV_FRAME_DATA_DYNAMIC_HDR_PLUS) != null;
        return new DynamicRange(HdrSideData.of(picture).orElse(null), hdr10Plus);
    }

    private static boolean isShallow(AVCodecParameters parameters) {
        String name = av_get_pix_fmt_name(parameters.format()).getString();
        return PixelFormats.layoutOf(name).map(PixelLayout::bitDepth).orElse(Byte.SIZE) <= Byte.SIZE;
    }

    private static AVFrame firstWhole(VideoDecoder decoder, InputFile input) {
        while (true) {
            try {
                return decoder.next(input::read);
            } catch (DamagedPictureException e) {
                // The next one is asked for.
            }
        }
    }

    private static void requireConstant(AVFrame picture, String displayName) {
        for (int i = 0; i < picture.nb_side_data(); i++) {
            String meaning = CHANGING_WITH_THE_PICTURE.get(picture.side_data(i).type());
            if (meaning != null) {
                throw new RefusedMediaException(
                        displayName, meaning + ", which would be lost", "convert it to HDR10 first");
            }
        }
    }

    private static RefusedMediaException undecodable(String displayName, FfmpegException cause) {
        return new RefusedMediaException(
                displayName, "has no picture at its beginning that can be decoded", "cut its beginning off", cause);
    }
}
