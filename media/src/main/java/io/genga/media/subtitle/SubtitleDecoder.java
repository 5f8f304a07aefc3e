package io.genga.media.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ASS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_SSA;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_decode_subtitle2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avsubtitle_free;

import io.genga.media.ffmpeg.FfmpegCall;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVSubtitle;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** Reads the text in packets of subtitles. Not thread-safe. */
public final class SubtitleDecoder implements AutoCloseable {

    /** Of an event, before its text: number, layer, style, name, three margins, effect. */
    private static final int FIELDS_BEFORE_TEXT = 8;

    private static final int STYLE = 2;

    private final AVCodecContext context;
    private final AssStyles styles;
    private final boolean script;

    private SubtitleDecoder(AVCodecContext context, AssStyles styles, boolean script) {
        this.context = context;
        this.styles = styles;
        this.script = script;
    }

    /**
     * @param stream of a codec that {@link TextFormat#canRead can be read}
     * @throws io.genga.media.ffmpeg.FfmpegException where the decoder refuses it
     */
    public static SubtitleDecoder open(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            FfmpegCall.check(avcodec_parameters_to_context(context, parameters), "describing the subtitles");
            context.pkt_timebase(stream.time_base());
            FfmpegCall.check(avcodec_open2(context, codec, (AVDictionary) null), "opening the decoder of subtitles");
            boolean script = parameters.codec_id() == AV_CODEC_ID_ASS || parameters.codec_id() == AV_CODEC_ID_SSA;
            return new SubtitleDecoder(context, AssStyles.of(script ? headerOf(context) : ""), script);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    private static String headerOf(AVCodecContext context) {
        byte[] header = new byte[context.subtitle_header_size()];
        if (header.length > 0) {
            context.subtitle_header().get(header);
        }
        return new String(header, UTF_8);
    }

    /**
     * @return what the packet shows; blank where it shows nothing
     * @throws io.genga.media.ffmpeg.FfmpegException where it cannot be read, as where it is not in UTF-8
     */
    public StyledText decode(AVPacket packet) {
        try (AVSubtitle subtitle = new AVSubtitle()) {
            int[] decoded = new int[1];
            FfmpegCall.check(avcodec_decode_subtitle2(context, subtitle, decoded, packet), "reading subtitles");
            StyledText text = decoded[0] == 0 ? StyledText.BLANK : textOf(subtitle);
            avsubtitle_free(subtitle);
            return text;
        }
    }

    private StyledText textOf(AVSubtitle subtitle) {
        List<StyledText> texts = new ArrayList<>();
        for (int i = 0; i < subtitle.num_rects(); i++) {
            BytePointer event = subtitle.rects(i).ass();
            if (event != null) {
                texts.add(textOf(event.getString(UTF_8)));
            }
        }
        return StyledText.stacked(texts);
    }

    private StyledText textOf(String event) {
        String[] fields = event.split(",", FIELDS_BEFORE_TEXT + 1);
        return fields.length <= FIELDS_BEFORE_TEXT
                ? StyledText.BLANK
                : AssText.parse(fields[FIELDS_BEFORE_TEXT], styles.emphasisOf(fields[STYLE]), script);
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
