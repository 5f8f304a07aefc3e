package io.genga.media.corpus;

import io.genga.media.verify.VerifiedFilm;
import io.genga.testsupport.film.FilmRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * A film of the corpus, and what becomes of it.
 *
 * @param pixelFormat FFmpeg's name
 */
record CorpusRow(
        Coding coding,
        SourceContainer container,
        String pixelFormat,
        Beside beside,
        Target target,
        Pace pace,
        Start start,
        Shape shape) {

    /** Seven groups of six pictures, and still less than two seconds. */
    static final int FRAMES = 42;

    /** DNxHR says BT.709 of every picture; of another matrix it would have colours that cannot be shown. */
    private static final String BT709 = "scale=out_color_matrix=bt709";

    FilmRecipe recipe() {
        FilmRecipe picture = FilmRecipe.numbered(
                        shape.width(coding), shape.height(coding), pace.framesPerSecond(), FRAMES)
                .opened(shape.opening())
                .encoded(coding.arguments())
                .encoded("-pix_fmt", pixelFormat);
        if (pace == Pace.VARIABLE) {
            picture = picture.encoded("-enc_time_base", "1/90000");
        }
        List<String> filters = filters();
        if (!filters.isEmpty()) {
            picture = picture.filtered(String.join(",", filters));
        }
        return picture.with(beside.companions())
                .muxed(beside.muxing())
                .muxed(container.muxing())
                .muxed(start.muxing())
                .in(container.extension());
    }

    private List<String> filters() {
        List<String> filters = new ArrayList<>();
        if (pace == Pace.VARIABLE) {
            filters.add("setpts='(N*N/60+N)/24/TB'");
        }
        if (start == Start.LATE) {
            filters.add("setpts=PTS+0.5/TB");
        }
        if (shape == Shape.ANAMORPHIC) {
            filters.add("setsar=8/9");
        }
        if (coding.needsLargePictures()) {
            filters.add(BT709);
        }
        return filters;
    }

    ExpectedFilm expected() {
        int first = start.firstNumber(pace);
        return new ExpectedFilm(first, FRAMES - first, beside.kept(FRAMES - first));
    }

    /** All that two rows may have in common. */
    List<Object> values() {
        return List.of(coding, container, pixelFormat, beside, target, pace, start, shape);
    }

    /** For the summary. */
    List<String> cells() {
        return List.of(coding, pixelFormat, container, pace, start, shape, beside, target).stream()
                .map(Object::toString)
                .toList();
    }

    /** For the summary, where nothing is lost. */
    String outcome() {
        VerifiedFilm kept = expected().kept();
        return kept.frames() + " frames at their times, " + kept.copiedStreams() + " streams, " + kept.attachedFiles()
                + " files, " + kept.chapters() + " chapters"
                + (target.isLossless() ? "; the result is equal bit for bit whatever the chunks" : "");
    }

    @Override
    public String toString() {
        return coding + " (" + pixelFormat + ") in " + container + ", " + pace + ", " + start + ", " + shape + ", with "
                + beside + ", becomes " + target;
    }
}
