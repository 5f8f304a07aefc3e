package io.genga.media.corpus;

import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.PackedBitstream;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.GroupOfPictures;
import java.nio.file.Path;
import java.util.List;

/** Films as cameras, recorders and old tools make them, and films that must be refused. */
final class SpecialFilms {

    private static final FilmRecipe PICTURE = FilmRecipe.numbered(96, 64, "24", CorpusRow.FRAMES);
    private static final FilmRecipe MPEG2 = PICTURE.encoded("-c:v", "mpeg2video", "-g", "6", "-bf", "2", "-b:v", "2M");
    private static final FilmRecipe HEVC = PICTURE.encoded(Coding.HEVC_CRA.arguments());
    /** AVI by another name, lest the witness generate PTS: those of the packets are not those of the pictures within. */
    private static final String PACKED = "packed.divx";

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final int FIRST_NOT_HIDDEN = 8;
    private static final X264Settings X264 = new X264Settings(20, "veryfast");

    private SpecialFilms() {}

    static List<SpecialFilm> all() {
        return List.of(
                // Recordings that begin anywhere
                SpecialFilm.of("MPEG-TS from amid a group, H.264", begunLate(PICTURE, 0.35))
                        .beginsWith(24),
                SpecialFilm.of(
                                "MPEG-TS from amid an open group, H.264",
                                begunLate(PICTURE.grouped(GroupOfPictures.OPEN), 0.35))
                        .beginsWith(24),
                SpecialFilm.of("MPEG-TS from amid an open group, HEVC", begunLate(HEVC, 0.35))
                        .beginsWith(18),
                SpecialFilm.of("MPEG-TS from amid an open group, MPEG-2", begunLate(MPEG2, 0.35))
                        .beginsWith(24),
                SpecialFilm.of(
                                "MPEG-TS without any entry behind its beginning",
                                begunLate(PICTURE.grouped(GroupOfPictures.LONG), 0.5))
                        .isRefused("does not say how large its picture is"),
                // Times
                SpecialFilm.of("MPEG-PS with one PTS only", withoutTimes(MPEG2.in("mpg"))),
                SpecialFilm.of("MPEG-TS with one PTS only, MPEG-2", withoutTimes(MPEG2.in("ts"))),
                SpecialFilm.of("MPEG-TS with one PTS only, H.264", withoutTimes(PICTURE.in("ts")))
                        .isRefused("has pictures without a time stamp"),
                SpecialFilm.of(
                                "Matroska before time 0",
                                PICTURE.muxed("-output_ts_offset", "-0.3", "-avoid_negative_ts", "disabled")
                                        .in("mkv"))
                        .isRefused("has pictures without a time stamp"),
                SpecialFilm.of("AVI of H.264 with B-pictures", PICTURE.in("avi"))
                        .isRefused("which cannot say when they are shown"),
                SpecialFilm.of(
                        "AVI of MPEG-4 with packed B-pictures",
                        folder -> PackedBitstream.of(mpeg4(1).make(), folder.resolve(PACKED))),
                SpecialFilm.of(
                        "AVI of MPEG-4 with two packed B-pictures in a row",
                        folder -> PackedBitstream.of(mpeg4(2).make(), folder.resolve(PACKED))),
                SpecialFilm.of(
                                "AVI of MPEG-4 with packed B-pictures that does not say so",
                                folder -> PackedBitstream.ofNobody(mpeg4(1).make(), folder.resolve(PACKED)))
                        .isRefused("holds two pictures in a packet"),
                SpecialFilm.of("ALAC in MOV that an edit list hides in part", hidden("alac", "mov"))
                        .keeps(FIRST_NOT_HIDDEN, 1),
                SpecialFilm.of("PCM in MOV that an edit list hides in part", hidden("pcm_s16le", "mov"))
                        .keeps(FIRST_NOT_HIDDEN, 1),
                SpecialFilm.of("FLAC in MP4 that an edit list hides in part", hidden("flac", "mp4"))
                        .keeps(FIRST_NOT_HIDDEN, 1),
                SpecialFilm.of("ALAC that an edit list hides, into MP4", hidden("alac", "mp4"))
                        .into(X264, OutputContainer.MP4)
                        .keeps(FIRST_NOT_HIDDEN, 1),
                SpecialFilm.of("small MPEG-4 with B-pictures that an edit list hides in part", smallAndHidden())
                        .keeps(FIRST_NOT_HIDDEN, 1),
                // Streams
                SpecialFilm.of("two videos, none chosen", twoVideos()).isRefused("has 2 video streams"),
                SpecialFilm.of("the first of two videos", twoVideos())
                        .choosing(0)
                        .keeps(2)
                        .into(X264, OutputContainer.MP4),
                SpecialFilm.of("the second of two videos", twoVideos())
                        .choosing(1)
                        .keeps(2),
                SpecialFilm.of("a camera's time code", timeCode()).isRefused("data (tmcd"),
                SpecialFilm.of("a camera's time code that may be lost", timeCode())
                        .choosing(null, AllowedLoss.DATA)
                        .keeps(1),
                SpecialFilm.of("RGB for an encoder without", PICTURE.encoded("-c:v", "libx264rgb", "-pix_fmt", "rgb24"))
                        .into(X264, OutputContainer.MP4)
                        .isRefused("choose the encoder x265 or ffv1"),
                // What cannot be kept
                SpecialFilm.of(
                                "transparency in FFV1",
                                PICTURE.encoded("-c:v", "ffv1", "-pix_fmt", "yuva420p")
                                        .in("mkv"))
                        .isRefused("has transparency"),
                SpecialFilm.of(
                                "transparency in ProRes",
                                PICTURE.encoded("-c:v", "prores_ks", "-profile:v", "4444", "-pix_fmt", "yuva444p10le")
                                        .in("mov"))
                        .isRefused("has transparency"),
                SpecialFilm.of(
                                "transparency in VP9",
                                PICTURE.encoded("-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p")
                                        .in("webm"))
                        .isRefused("has transparency"),
                SpecialFilm.of(
                                "two resolutions",
                                folder -> RawStreams.joined(
                                        PICTURE.in("ts").make(),
                                        FilmRecipe.numbered(128, 96, "24", 24)
                                                .in("ts")
                                                .make(),
                                        folder.resolve("two.ts")))
                        .isRefused("changes its resolution or coding"),
                SpecialFilm.of(
                                "Dolby Vision",
                                folder -> DolbyVision.of(HEVC.in("mp4").make(), folder.resolve("dv.mp4")))
                        .isRefused("is in Dolby Vision"),
                SpecialFilm.of(
                                "encrypted",
                                PICTURE.muxed(
                                        "-encryption_scheme",
                                        "cenc-aes-ctr",
                                        "-encryption_key",
                                        KEY,
                                        "-encryption_kid",
                                        KEY))
                        .isRefused("is encrypted"));
    }

    /** @param bPictures at most so many in a row */
    private static FilmRecipe mpeg4(int bPictures) {
        return PICTURE.encoded("-c:v", "mpeg4", "-g", "6", "-bf", Integer.toString(bPictures), "-b:v", "1M")
                .in("avi");
    }

    /** By 0.3 s, 7.2 pictures. */
    private static FilmRecipe hidden(String sound, String container) {
        return PICTURE.with(new Companion.Sound(440))
                .muxed("-c:a", sound, "-output_ts_offset", "-0.3", "-avoid_negative_ts", "disabled")
                .in(container);
    }

    /** Its B-pictures are as small as those that were not coded. */
    private static FilmRecipe smallAndHidden() {
        return FilmRecipe.numbered(95, 63, "25", CorpusRow.FRAMES)
                .encoded("-c:v", "mpeg4", "-g", "6", "-bf", "2", "-b:v", "1M")
                .with(new Companion.Sound(440))
                .muxed("-c:a", "alac", "-output_ts_offset", "-0.3", "-avoid_negative_ts", "disabled")
                .in("mov");
    }

    private static FilmRecipe twoVideos() {
        return PICTURE.with(new Companion.Sound(440)).muxed("-map", "0:v:0", "-s:v:1", "112x80");
    }

    private static FilmRecipe timeCode() {
        return PICTURE.with(new Companion.Sound(440))
                .muxed("-timecode", "01:00:00:00")
                .in("mov");
    }

    private static SpecialFilm.Making begunLate(FilmRecipe recipe, double share) {
        return folder -> RawStreams.begunLate(recipe.in("ts").make(), share, folder.resolve("late.ts"));
    }

    private static SpecialFilm.Making withoutTimes(FilmRecipe recipe) {
        return folder -> {
            Path film = recipe.make();
            return RawStreams.withoutTimes(film, folder.resolve("timeless." + recipe.extension()));
        };
    }
}
