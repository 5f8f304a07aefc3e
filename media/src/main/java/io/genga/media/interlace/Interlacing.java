package io.genga.media.interlace;

import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.media.probe.RefusedMediaException;
import java.util.List;

/**
 * How a film's pictures are made of fields.
 *
 * @param order of the fields; null where the pictures are progressive
 * @param flagged whether the film itself says that it is interlaced
 */
public record Interlacing(Kind kind, FieldOrder order, boolean flagged) {

    /** Of what moments a picture's two fields are. */
    public enum Kind {
        /** Of one. */
        PROGRESSIVE,
        /** Of two, always. */
        INTERLACED,
        /** Of one in some pictures, of two in others: a film of 24 pictures a second on video of 30, for example. */
        TELECINED,
        /** A picture is one field alone, the next one the other: a sequence of fields in HEVC ({@code field_seq_flag}). */
        SINGLE_FIELDS
    }

    /** @throws RefusedMediaException where the pictures are not progressive and that is to be refused, or cannot be helped */
    public void check(InterlacedHandling handling, String displayName) {
        if (kind == Kind.SINGLE_FIELDS) {
            throw new RefusedMediaException(
                    displayName,
                    "is coded as single fields, each with every other line of a picture",
                    "weave them into pictures first, with FFmpeg's filter weave");
        }
        if (isToBeDeinterlaced() && handling == InterlacedHandling.REFUSE) {
            throw new RefusedMediaException(
                    displayName,
                    problem(),
                    "let it be deinterlaced, with --interlaced deinterlace or 'interlaced' in REST");
        }
    }

    private String problem() {
        String found = flagged ? order.label() : order.label() + ", though it does not say so";
        return switch (kind) {
            case PROGRESSIVE, SINGLE_FIELDS -> throw new IllegalStateException("there is nothing to deinterlace");
            case INTERLACED -> "is interlaced (" + found + ")";
            case TELECINED -> "is telecined (" + found + "): some of its pictures are woven out of two of a film";
        };
    }

    /** Whether there is something to deinterlace. */
    public boolean isToBeDeinterlaced() {
        return kind == Kind.INTERLACED || kind == Kind.TELECINED;
    }

    /** Sentences for people, on a film that is not refused. */
    public List<String> notes() {
        return switch (kind) {
            case PROGRESSIVE ->
                flagged
                        ? List.of(
                                "It says that it is interlaced, but its pictures are progressive; they were left as they are.")
                        : List.of();
            case SINGLE_FIELDS -> throw new IllegalStateException("single fields are refused");
            case INTERLACED -> List.of("It was interlaced (" + order.label() + "), and was deinterlaced.");
            case TELECINED ->
                List.of(
                        "It was telecined (" + order.label()
                                + "), and was deinterlaced; it has as many pictures as before, not those of the film it was made from.");
        };
    }
}
