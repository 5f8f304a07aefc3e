package io.genga.media.subtitle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.ffmpeg.global.avcodec.SUBTITLE_ASS;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_encode_subtitle;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVSubtitle;
import org.bytedeco.ffmpeg.avcodec.AVSubtitleRect;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes text as packets of subtitles. Not thread-safe. */
public final class SubtitleEncoder implements AutoCloseable {

    /** Without any style that the encoders would write out: theirs are FFmpeg's, white Arial of 16 lines in 288. */
    private static final String HEADER = """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 384
            PlayResY: 288

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
            StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;

    private static final String BEFORE_TEXT = "0,0,Default,,0,0,0,,";

    /** Markup and the byte count that a format adds to an event's own bytes. */
    private static final int MARKUP = 4_096;

    /** {@code mov_text} describes a run of letters by 12 bytes, others by tags; an emphasis costs the event 10 bytes. */
    private static final int GROWTH = 4;

    private static final Rational MILLISECOND = new Rational(1, 1_000);

    private final TextFormat format;
    private final AVCodecContext context;

    private SubtitleEncoder(TextFormat format, AVCodecContext context) {
        this.format = format;
        this.context = context;
    }

    public static SubtitleEncoder open(TextFormat format) {
        AVCodec codec = avcodec_find_encoder(format.codecId());
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            byte[] header = HEADER.getBytes(UTF_8);
            // Freed with the context; ends with a zero that does not count.
            BytePointer copy = new BytePointer(av_mallocz(header.length + 1L));
            copy.put(header);
            context.subtitle_header(copy).subtitle_header_size(header.length);
            context.time_base(AvRationals.of(MILLISECOND));
            FfmpegCall.check(
                    avcodec_open2(context, codec, (AVDictionary) null), "opening the encoder of " + format.codec());
            return new SubtitleEncoder(format, context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    /** Describes a stream that is about to be written. */
    public void describe(AVCodecParameters stream) {
        FfmpegCall.check(avcodec_parameters_from_context(stream, context), "describing the subtitles");
        stream.codec_tag(0); // the container's choice
    }

    /** The content of a packet. */
    public byte[] encode(StyledText text) {
        StyledText escaped = new StyledText(text.runs().stream()
                .map(run -> new StyledText.Run(format.escape(run.text()), run.emphasis()))
                .toList());
        BytePointer event = new BytePointer(BEFORE_TEXT + AssText.write(escaped), UTF_8);
        byte[] packet = new byte[(int) event.capacity() * GROWTH + MARKUP];
        try (event;
                AVSubtitleRect rectangle = new AVSubtitleRect();
                PointerPointer<AVSubtitleRect> rectangles = new PointerPointer<>(1);
                AVSubtitle subtitle = new AVSubtitle()) {
            rectangle.type(SUBTITLE_ASS).ass(event);
            rectangles.put(0, rectangle);
            subtitle.num_rects(1).rects(rectangles);
            int size = avcodec_encode_subtitle(context, packet, packet.length, subtitle);
            return Arrays.copyOf(packet, FfmpegCall.check(size, "writing subtitles as " + format.codec()));
        }
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
