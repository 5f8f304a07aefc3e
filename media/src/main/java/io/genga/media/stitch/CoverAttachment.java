package io.genga.media.stitch;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_ATTACHMENT;
import static org.bytedeco.ffmpeg.global.avutil.av_freep;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import io.genga.media.ffmpeg.Dictionaries;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** Cover art as Matroska holds it: a file attached to the film. */
final class CoverAttachment {

    private CoverAttachment() {}

    /** Turns {@code stream}, a copy of {@code cover}, into an attachment of the same picture. */
    static void describe(AVStream stream, AVStream cover) {
        String codec = avcodec_get_name(cover.codecpar().codec_id()).getString();
        String format = codec.equals("mjpeg") ? "jpeg" : codec;
        stream.codecpar().codec_type(AVMEDIA_TYPE_ATTACHMENT);
        stream.disposition(0);
        attach(stream.codecpar(), cover.attached_pic());
        nameFile(stream, format);
    }

    private static void nameFile(AVStream stream, String format) {
        AVDictionary tags = Dictionaries.handle(stream.metadata());
        Map<String, String> present = Dictionaries.toMap(tags);
        Dictionaries.set(tags, "filename", present.getOrDefault("filename", "cover." + format));
        Dictionaries.set(tags, "mimetype", present.getOrDefault("mimetype", "image/" + format));
        stream.metadata(tags);
    }

    private static void attach(AVCodecParameters parameters, AVPacket picture) {
        byte[] bytes = new byte[picture.size()];
        picture.data().get(bytes);
        BytePointer copy = new BytePointer(av_mallocz((long) bytes.length + AV_INPUT_BUFFER_PADDING_SIZE));
        copy.put(bytes);
        if (parameters.extradata() != null) {
            av_freep(parameters.extradata());
        }
        parameters.extradata(copy).extradata_size(bytes.length);
    }
}
