package io.genga.media.input;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** What a file, however hostile, may make FFmpeg do while it is opened. */
final class DemuxerLimits {

    /** By name, as FFmpeg spells them. Playlists (HLS, DASH, concat) are not among them: they make FFmpeg open other files. */
    static final String CONTAINERS_FOR_SOURCES = "matroska,mov,mpegts,mpeg,avi";

    /** Only this module writes chunks. */
    static final String CONTAINERS_FOR_CHUNKS = "nut";

    /** Decoders that may run to complete a stream's description; a stream of another codec is described by its header. */
    private static final String DECODERS =
            "h264,hevc,libdav1d,libaom-av1,av1,vp9,mpeg1video,mpeg2video,mpeg4,prores,dnxhd,mjpeg,png,ffv1,"
                    + "aac,ac3,eac3,alac,dca,flac,mp2,mp2float,mp3,mp3float,opus,libopus,truehd,vorbis,"
                    + "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_f32le,pcm_bluray,pcm_dvd,"
                    + "subrip,ass,ssa,mov_text,webvtt,dvdsub,dvbsub,pgssub";

    private static final long LARGEST_PICTURE_IN_PIXELS = 16_384L * 8_640;
    private static final long MOST_STREAMS = 200;
    private static final long PROBE_BYTES = 20_000_000;
    private static final long PROBE_MICROSECONDS = 10_000_000;

    private DemuxerLimits() {}

    /** Options for {@code avformat_open_input}. The caller frees them. */
    static AVDictionary forOpening(String containers) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", containers, 0);
        av_dict_set(options, "codec_whitelist", DECODERS, 0);
        av_dict_set(options, "max_streams", Long.toString(MOST_STREAMS), 0);
        av_dict_set(options, "probesize", Long.toString(PROBE_BYTES), 0);
        av_dict_set(options, "analyzeduration", Long.toString(PROBE_MICROSECONDS), 0);
        return options;
    }

    /** Options for {@code avformat_find_stream_info}, one dictionary a stream. Freed by {@link #free}. */
    static PointerPointer<AVDictionary> forDecoders(int streams) {
        PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, streams));
        for (int i = 0; i < streams; i++) {
            AVDictionary dictionary = new AVDictionary(null);
            av_dict_set(dictionary, "max_pixels", Long.toString(LARGEST_PICTURE_IN_PIXELS), 0);
            options.put(i, dictionary);
        }
        return options;
    }

    /** Frees what {@link #forDecoders} made, with the changes that FFmpeg made to it. */
    static void free(PointerPointer<AVDictionary> options, int streams) {
        for (int i = 0; i < streams; i++) {
            AVDictionary dictionary = options.get(AVDictionary.class, i);
            if (dictionary != null) {
                av_dict_free(dictionary);
            }
        }
        options.deallocate();
    }
}
