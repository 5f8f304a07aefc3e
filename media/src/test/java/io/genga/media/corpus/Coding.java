package io.genga.media.corpus;

import static io.genga.media.corpus.SourceContainer.AVI;
import static io.genga.media.corpus.SourceContainer.DISC_STREAM;
import static io.genga.media.corpus.SourceContainer.FRAGMENTED_MP4;
import static io.genga.media.corpus.SourceContainer.MATROSKA;
import static io.genga.media.corpus.SourceContainer.MOV;
import static io.genga.media.corpus.SourceContainer.MP4;
import static io.genga.media.corpus.SourceContainer.PROGRAM_STREAM;
import static io.genga.media.corpus.SourceContainer.TRANSPORT_STREAM;
import static io.genga.media.corpus.SourceContainer.WEBM;

import io.genga.testsupport.film.GroupOfPictures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How pictures are coded: the encoder's arguments, the pixel formats it takes, the containers that hold it. */
enum Coding {
    H264_CLOSED("H.264, closed", x264(GroupOfPictures.CLOSED), Formats.X264, Places.H264),
    H264_OPEN("H.264, open", x264(GroupOfPictures.OPEN), Formats.X264, Places.H264),
    H264_LONG("H.264, long", x264(GroupOfPictures.LONG), Formats.X264, Places.H264),
    H264_IRREGULAR("H.264, irregular", x264(GroupOfPictures.IRREGULAR), Formats.X264, Places.H264),
    H264_INTRA("H.264, intra only", x264(GroupOfPictures.INTRA_ONLY), Formats.X264, Places.H264_WITHOUT_B),
    H264_REFRESH("H.264, intra refresh", x264(GroupOfPictures.INTRA_REFRESH), Formats.COLOURED, Places.H264_WITHOUT_B),
    H264_FIELDS(
            "H.264, progressive in a stream for fields",
            x264("keyint=12:bframes=3:scenecut=0:fake-interlaced=1"),
            List.of("yuv420p"),
            EnumSet.of(MATROSKA, MOV, TRANSPORT_STREAM)),
    H264_RGB(
            "H.264, RGB",
            "-c:v libx264rgb -preset veryfast -x264-params keyint=12:bframes=2",
            List.of("rgb24"),
            EnumSet.of(MATROSKA, MP4)),
    HEVC_IDR("HEVC, IDR", x265("keyint=6:open-gop=0:bframes=3"), Formats.X265, Places.HEVC),
    HEVC_CRA(
            "HEVC, CRA with RASL",
            x265("keyint=6:min-keyint=6:open-gop=1:bframes=3:scenecut=0"),
            Formats.X265,
            Places.HEVC),
    HEVC_LONG("HEVC, long", x265("keyint=-1:bframes=3:scenecut=0"), Formats.X265, Places.HEVC),
    AV1(
            "AV1",
            "-c:v libsvtav1 -preset 12 -g 6 -svtav1-params scd=0:lookahead=8",
            List.of("yuv420p", "yuv420p10le"),
            Places.AV1),
    AV1_FULL(
            "AV1, all profiles",
            "-c:v libaom-av1 -cpu-used 8 -usage realtime -lag-in-frames 0 -g 6",
            List.of("yuv444p", "yuv422p12le", "yuv420p12le", "gbrp", "gray10le", "yuv444p10le"),
            EnumSet.of(MATROSKA, MP4)),
    VP9(
            "VP9",
            "-c:v libvpx-vp9 -g 6 -deadline realtime -cpu-used 8",
            List.of("yuv420p", "yuv422p", "yuv444p", "gbrp"),
            EnumSet.of(MATROSKA, MP4, WEBM)),
    MPEG2("MPEG-2", "-c:v mpeg2video -g 6 -bf 2 -b:v 2M", Formats.MPEG2, Places.MPEG2),
    MPEG2_CLOSED(
            "MPEG-2, closed",
            "-c:v mpeg2video -g 6 -bf 2 -b:v 2M -flags +cgop -sc_threshold 1000000000",
            Formats.MPEG2,
            Places.MPEG2),
    MPEG4("MPEG-4", "-c:v mpeg4 -g 6 -b:v 1M", List.of("yuv420p"), Places.MPEG4),
    MPEG4_B("MPEG-4, B", "-c:v mpeg4 -g 6 -bf 2 -b:v 1M", List.of("yuv420p"), Places.MPEG4),
    MJPEG(
            "MJPEG",
            "-c:v mjpeg -q:v 3",
            List.of("yuvj420p", "yuvj422p", "yuvj444p"),
            EnumSet.of(MATROSKA, MOV, MP4, AVI)),
    FFV1("FFV1", "-c:v ffv1 -level 3 -g 1", Formats.FFV1, EnumSet.of(MATROSKA, AVI)),
    FFV1_GROUPS("FFV1, groups", "-c:v ffv1 -level 3 -g 6", Formats.FFV1, EnumSet.of(MATROSKA, AVI)),
    PRORES("ProRes 422", "-c:v prores_ks -profile:v standard", List.of("yuv422p10le"), EnumSet.of(MATROSKA, MOV)),
    PRORES_4444("ProRes 4444", "-c:v prores_ks -profile:v 4444", List.of("yuv444p10le"), EnumSet.of(MATROSKA, MOV)),
    DNXHR("DNxHR", "-c:v dnxhd -profile:v dnxhr_hq", List.of("yuv422p"), EnumSet.of(MATROSKA, MOV)),
    DNXHR_10("DNxHR, 10 bits", "-c:v dnxhd -profile:v dnxhr_hqx", List.of("yuv422p10le"), EnumSet.of(MATROSKA, MOV));

    private static final class Formats {
        /** x264 crashes on grey pictures with intra refresh. */
        static final List<String> COLOURED =
                List.of("yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le");

        static final List<String> X264 = List.of(
                "yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "yuv444p10le", "gray", "gray10le");
        static final List<String> X265 = List.of(
                "yuv420p10le",
                "yuv420p",
                "yuv422p10le",
                "yuv444p12le",
                "yuv420p12le",
                "gray",
                "gbrp",
                "gbrp10le",
                "gray12le",
                "yuv422p");
        static final List<String> MPEG2 = List.of("yuv420p", "yuv422p");
        static final List<String> FFV1 =
                List.of("yuv420p", "gbrp12le", "yuv422p10le", "gray", "yuv444p12le", "gray12le", "gbrp10le", "yuv444p");
    }

    private static final class Places {
        static final Set<SourceContainer> H264_WITHOUT_B =
                EnumSet.of(MATROSKA, MP4, FRAGMENTED_MP4, MOV, TRANSPORT_STREAM, DISC_STREAM, AVI);
        static final Set<SourceContainer> H264 =
                EnumSet.of(MATROSKA, MP4, FRAGMENTED_MP4, MOV, TRANSPORT_STREAM, DISC_STREAM);
        static final Set<SourceContainer> HEVC = EnumSet.of(MATROSKA, MP4, FRAGMENTED_MP4, MOV, TRANSPORT_STREAM);
        static final Set<SourceContainer> AV1 = EnumSet.of(MATROSKA, MP4, WEBM);
        static final Set<SourceContainer> MPEG2 =
                EnumSet.of(MATROSKA, MP4, MOV, TRANSPORT_STREAM, DISC_STREAM, PROGRAM_STREAM);
        static final Set<SourceContainer> MPEG4 = EnumSet.of(MATROSKA, MP4, MOV, TRANSPORT_STREAM, AVI);
    }

    private static final Set<Coding> AT_ONE_RATE = EnumSet.of(MPEG2, MPEG2_CLOSED, MPEG4, MPEG4_B);
    private static final Set<Coding> OF_ANY_SIZE =
            EnumSet.of(AV1_FULL, VP9, MPEG2, MPEG2_CLOSED, MPEG4, MPEG4_B, MJPEG, FFV1, FFV1_GROUPS, H264_RGB);
    private static final Set<Coding> OF_LARGE_PICTURES = EnumSet.of(DNXHR, DNXHR_10);

    private final String label;
    private final List<String> arguments;
    private final List<String> formats;
    private final Set<SourceContainer> containers;

    Coding(String label, String arguments, List<String> formats, Set<SourceContainer> containers) {
        this.label = label;
        this.arguments = List.of(arguments.split(" ", -1));
        this.formats = formats;
        this.containers = containers;
    }

    private static String x264(GroupOfPictures groups) {
        return x264(groups.x264Parameters());
    }

    private static String x264(String parameters) {
        return "-c:v libx264 -preset veryfast -x264-params " + parameters;
    }

    private static String x265(String parameters) {
        return "-c:v libx265 -preset ultrafast -x265-params log-level=0:" + parameters;
    }

    String[] arguments() {
        return arguments.toArray(String[]::new);
    }

    List<String> formats() {
        return formats;
    }

    /** The pixel format in which decoders give back what was encoded in another: 4444 may have 12 bits. */
    String decoded(String pixelFormat) {
        return this == PRORES_4444 ? "yuv444p12le" : pixelFormat;
    }

    Set<SourceContainer> containers() {
        return containers;
    }

    boolean mayVaryInRate() {
        return !AT_ONE_RATE.contains(this);
    }

    boolean mayHaveOddSize() {
        return OF_ANY_SIZE.contains(this);
    }

    /** DNxHR has a least size. */
    boolean needsLargePictures() {
        return OF_LARGE_PICTURES.contains(this);
    }

    @Override
    public String toString() {
        return label;
    }
}
