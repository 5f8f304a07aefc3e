package io.genga.media.input;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_GENPTS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A local file, opened for demuxing. Only the demuxers and decoders that this project trusts can be reached, and no file but
 * this one. Not thread-safe.
 */
public final class InputFile implements AutoCloseable {

    /**
     * Tag of a chunk, in ticks of its stream: what was added to its time stamps because NUT holds none below zero.
     * {@link #read} takes it off again.
     */
    public static final String TIMESTAMP_OFFSET_TAG = "genga_timestamp_offset";

    private static final AVRational MICROSECOND = AvRationals.of(new Rational(1, 1_000_000));
    private static final int ALL_STREAMS = -1;

    /** In a row, after which nothing more is to be expected of a damaged file. */
    private static final int MOST_FAILURES = 1000;

    static {
        FfmpegLog.silence();
    }

    private final String description;
    private final AVFormatContext context;
    private final long timestampOffset;
    private final Optional<DamageFilter> damage;
    /** Null in all but certain AVI files. */
    private final PackedPictures packed;

    private int onlyStream = ALL_STREAMS;

    private InputFile(
            String description, AVFormatContext context, long timestampOffset, Optional<DamageFilter> damage) {
        this.description = description;
        this.context = context;
        this.timestampOffset = timestampOffset;
        this.damage = damage;
        this.packed = PackedPictures.in(context);
    }

    /**
     * Opens a film as users have them: MP4, MOV, Matroska, WebM, AVI, MPEG transport or program stream. Those of the last two,
     * whose clock may stand anywhere at their beginning, start at 0.
     *
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be opened or is of no such container
     */
    public static InputFile open(Path file) {
        AVFormatContext context = openContext(file, DemuxerLimits.CONTAINERS_FOR_SOURCES);
        return new InputFile(file.toString(), context, startOfClock(context), Optional.empty());
    }

    /**
     * Opens a film that is damaged, as {@link #open(Path)} does; {@link #read} then passes over what cannot be read and what is no good.
     *
     * @throws io.genga.media.ffmpeg.FfmpegException where not even its streams can be told
     */
    public static InputFile openDamaged(Path file) {
        AVFormatContext context = openContext(file, DemuxerLimits.CONTAINERS_FOR_SOURCES);
        boolean known = context.duration() != AV_NOPTS_VALUE && context.duration() > 0;
        double seconds = known ? context.duration() * av_q2d(MICROSECOND) : Double.POSITIVE_INFINITY;
        return new InputFile(file.toString(), context, startOfClock(context), Optional.of(new DamageFilter(seconds)));
    }

    /**
     * Opens a film as its plan takes it: as damaged where it is salvaged.
     *
     * @throws io.genga.media.ffmpeg.FfmpegException as {@link #open(Path)}
     */
    public static InputFile open(Path file, PlannedSource planned) {
        return planned.isSalvaged() ? openDamaged(file) : open(file);
    }

    /**
     * Opens a chunk, or the result of one: NUT, as written by this module. NUT refines a coarse time base, so that
     * time stamps are in {@code stream(0).time_base()}, of which the source's is a multiple.
     *
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be opened or is no NUT
     */
    public static InputFile openChunk(Path file) {
        AVFormatContext context = openContext(file, DemuxerLimits.CONTAINERS_FOR_CHUNKS);
        return new InputFile(file.toString(), context, offsetOf(context), Optional.empty());
    }

    private static AVFormatContext openContext(Path file, String containers) {
        AVFormatContext context = openDemuxer(file, containers);
        try {
            describeStreams(context, file);
            return context;
        } catch (RuntimeException e) {
            avformat_close_input(context);
            throw e;
        }
    }

    private static AVFormatContext openDemuxer(Path file, String containers) {
        AVFormatContext context = avformat_alloc_context();
        // AVI has no PTS; they follow from the order of decoding.
        context.flags(context.flags() | AVFMT_FLAG_GENPTS);
        AVDictionary options = DemuxerLimits.forOpening(containers);
        try {
            // The prefix keeps FFmpeg from reading a protocol into the file's name. On failure the call frees the
            // context.
            String url = "file:" + file.toAbsolutePath();
            FfmpegCall.check(avformat_open_input(context, url, null, options), "opening " + file);
            return context;
        } finally {
            av_dict_free(options);
        }
    }

    private static void describeStreams(AVFormatContext context, Path file) {
        int streams = context.nb_streams();
        PointerPointer<AVDictionary> options = DemuxerLimits.forDecoders(streams);
        try {
            FfmpegCall.check(avformat_find_stream_info(context, options), "reading the streams of " + file);
        } finally {
            DemuxerLimits.free(options, streams);
        }
    }

    /** In ticks of every stream: these containers have one clock for all. */
    private static long startOfClock(AVFormatContext context) {
        boolean runningClock = (context.iformat().flags() & AVFMT_TS_DISCONT) != 0;
        return runningClock && context.start_time() != AV_NOPTS_VALUE
                ? av_rescale_q(
                        context.start_time(), MICROSECOND, context.streams(0).time_base())
                : 0;
    }

    private static long offsetOf(AVFormatContext context) {
        AVDictionaryEntry entry = av_dict_get(context.metadata(), TIMESTAMP_OFFSET_TAG, null, 0);
        return entry == null ? 0 : Long.parseLong(entry.value().getString());
    }

    /** Owned by this file: not to be used after {@link #close}, nor freed. */
    public AVFormatContext context() {
        return context;
    }

    public int streamCount() {
        return context.nb_streams();
    }

    /** Owned by this file: not to be used after {@link #close}, nor freed. */
    public AVStream stream(int index) {
        return context.streams(index);
    }

    /** From now on {@link #read} skips the packets of all other streams. */
    public void readOnly(int streamIndex) {
        onlyStream = streamIndex;
        for (int i = 0; i < streamCount(); i++) {
            stream(i).discard(i == streamIndex ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    /**
     * Goes to the last key picture at or before a time.
     *
     * @param pts in the stream's time base, as {@link #read} gives it
     */
    public void seek(int streamIndex, long pts) {
        int result = av_seek_frame(context, streamIndex, pts + timestampOffset, AVSEEK_FLAG_BACKWARD);
        FfmpegCall.check(result, "seeking to " + pts + " in " + description);
        if (packed != null) {
            packed.clear();
        }
    }

    /**
     * Reads the next packet in the order of the file.
     *
     * @param packet owned by the caller; what it held before is released first
     * @return false at the end of the file, with {@code packet} blank
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be read any further
     */
    public boolean read(AVPacket packet) {
        do {
            boolean more = packed == null ? readAny(packet) : readUnpacked(packet);
            if (!more) {
                return false;
            }
        } while (isUnwanted(packet));
        packet.pts(withoutOffset(packet.pts()));
        packet.dts(withoutOffset(packet.dts()));
        return true;
    }

    private boolean readUnpacked(AVPacket packet) {
        av_packet_unref(packet);
        while (!packed.next(packet)) {
            if (!readAny(packet)) {
                packed.end();
                return packed.next(packet);
            }
            if (!packed.takes(packet)) {
                return true;
            }
            packed.add(packet, damage.isPresent());
        }
        return true;
    }

    private boolean readAny(AVPacket packet) {
        for (int failures = 0; failures <= MOST_FAILURES; failures++) {
            av_packet_unref(packet);
            int result = av_read_frame(context, packet);
            if (result == AVERROR_EOF) {
                return false;
            }
            if (damage.isEmpty()) {
                FfmpegCall.check(result, "reading " + description);
                return true;
            }
            if (result >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What the demuxer had buffered before {@link #readOnly} comes all the same. */
    private boolean isUnwanted(AVPacket packet) {
        boolean other = onlyStream != ALL_STREAMS && packet.stream_index() != onlyStream;
        return other || damage.isPresent() && !damage.get().isGood(packet, stream(packet.stream_index()));
    }

    private long withoutOffset(long timestamp) {
        return timestamp == AV_NOPTS_VALUE ? timestamp : timestamp - timestampOffset;
    }

    @Override
    public void close() {
        if (packed != null) {
            packed.close();
        }
        avformat_close_input(context);
    }
}
