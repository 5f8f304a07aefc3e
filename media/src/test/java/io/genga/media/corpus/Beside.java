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

import io.genga.contracts.request.OutputContainer;
import io.genga.media.verify.VerifiedFilm;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.Companion.BitmapSubtitles;
import io.genga.testsupport.film.Companion.Chapters;
import io.genga.testsupport.film.Companion.CoverArt;
import io.genga.testsupport.film.Companion.Font;
import io.genga.testsupport.film.Companion.Sound;
import io.genga.testsupport.film.Companion.Subtitles;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a film has besides its picture, which containers can bring it, and which can take it away. */
enum Beside {
    NOTHING("nothing", List.of(), "", EnumSet.allOf(SourceContainer.class), Into.ALL, 0, 0, 0),
    AAC(
            "AAC",
            List.of(new Sound(440)),
            "",
            EnumSet.of(MATROSKA, MP4, FRAGMENTED_MP4, MOV, TRANSPORT_STREAM, DISC_STREAM),
            Into.ALL_BUT_WEBM,
            1,
            0,
            0),
    MP2(
            "MP2",
            List.of(new Sound(440)),
            "-c:a mp2",
            EnumSet.of(TRANSPORT_STREAM, DISC_STREAM, PROGRAM_STREAM, AVI),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4),
            1,
            0,
            0),
    MP3(
            "MP3",
            List.of(new Sound(440)),
            "-c:a libmp3lame",
            EnumSet.of(MATROSKA, AVI, MP4),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.MOV),
            1,
            0,
            0),
    TWO_LANGUAGES(
            "AC-3 and E-AC-3",
            List.of(new Sound(440), new Sound(880)),
            "-c:a:0 ac3 -c:a:1 eac3 -metadata:s:a:0 language=jpn -metadata:s:a:1 language=eng",
            EnumSet.of(MATROSKA, MP4, TRANSPORT_STREAM, MOV),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.MOV),
            2,
            0,
            0),
    OPUS(
            "Opus",
            List.of(new Sound(440)),
            "-c:a libopus",
            EnumSet.of(MATROSKA, WEBM, MP4),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.WEBM),
            1,
            0,
            0),
    VORBIS(
            "Vorbis, WebVTT and chapters",
            List.of(new Sound(440), new Subtitles("webvtt", "jpn"), new Chapters()),
            "-c:a vorbis -strict -2 -ac 2",
            EnumSet.of(WEBM),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.WEBM),
            2,
            0,
            2),
    FLAC_AND_DTS(
            "FLAC and DTS",
            List.of(new Sound(440), new Sound(880)),
            "-c:a:0 flac -c:a:1 dca -strict -2 -ac 2 -b:a:1 768k",
            EnumSet.of(MATROSKA),
            EnumSet.of(OutputContainer.MATROSKA),
            2,
            0,
            0),
    TRUEHD(
            "TrueHD",
            List.of(new Sound(440)),
            "-c:a truehd -strict -2",
            EnumSet.of(MATROSKA),
            EnumSet.of(OutputContainer.MATROSKA),
            1,
            0,
            0),
    PCM(
            "PCM",
            List.of(new Sound(440)),
            "-c:a pcm_s16le",
            EnumSet.of(AVI, MOV, MATROSKA),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MOV),
            1,
            0,
            0),
    ALAC(
            "ALAC",
            List.of(new Sound(440)),
            "-c:a alac",
            EnumSet.of(MP4, MOV),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.MOV),
            1,
            0,
            0),
    EVERYTHING(
            "AAC, SRT, ASS, fonts, chapters",
            List.of(
                    new Sound(440),
                    new Subtitles("srt", "jpn"),
                    new Subtitles("ass", "eng"),
                    new Chapters(),
                    new Font()),
            "",
            EnumSet.of(MATROSKA),
            EnumSet.of(OutputContainer.MATROSKA),
            3,
            1,
            2),
    BITMAPS(
            "AC-3 and PGS",
            List.of(new Sound(440), new BitmapSubtitles("jpn")),
            "-c:a ac3",
            EnumSet.of(MATROSKA, DISC_STREAM),
            EnumSet.of(OutputContainer.MATROSKA),
            2,
            0,
            0),
    TEXT(
            "AAC, mov_text, chapters",
            List.of(new Sound(440), new Subtitles("mov_text", "jpn"), new Chapters()),
            "",
            EnumSet.of(MP4, MOV),
            EnumSet.of(OutputContainer.MP4, OutputContainer.MOV, OutputContainer.FRAGMENTED_MP4),
            2,
            0,
            2),
    COVER(
            "AAC and a cover",
            List.of(new Sound(440), new CoverArt()),
            "",
            EnumSet.of(MP4),
            EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4),
            1,
            1,
            0);

    private static final class Into {
        static final Set<OutputContainer> ALL = EnumSet.allOf(OutputContainer.class);
        static final Set<OutputContainer> ALL_BUT_WEBM = EnumSet.complementOf(EnumSet.of(OutputContainer.WEBM));
    }

    private final String label;
    private final List<Companion> companions;
    private final String muxing;
    private final Set<SourceContainer> from;
    private final Set<OutputContainer> into;
    private final int streams;
    private final int files;
    private final int chapters;

    Beside(
            String label,
            List<Companion> companions,
            String muxing,
            Set<SourceContainer> from,
            Set<OutputContainer> into,
            int streams,
            int files,
            int chapters) {
        this.label = label;
        this.companions = companions;
        this.muxing = muxing;
        this.from = from;
        this.into = into;
        this.streams = streams;
        this.files = files;
        this.chapters = chapters;
    }

    boolean isPossible(SourceContainer container) {
        return from.contains(container);
    }

    boolean isPossible(OutputContainer container) {
        return into.contains(container);
    }

    /** The ffmpeg program writes edit lists that make sense for pictures, for AAC, and for sound that is not compressed or lossless. */
    boolean canBeHidden() {
        return this == NOTHING || this == AAC || this == COVER || this == PCM || this == ALAC;
    }

    Companion[] companions() {
        return companions.toArray(Companion[]::new);
    }

    String[] muxing() {
        return muxing.isEmpty() ? new String[0] : muxing.split(" ", -1);
    }

    /** What a verified film of so many pictures must have. */
    VerifiedFilm kept(int frames) {
        return new VerifiedFilm(frames, streams, files, chapters);
    }

    @Override
    public String toString() {
        return label;
    }
}
