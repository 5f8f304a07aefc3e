package io.genga.media.interlace;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;

import io.genga.contracts.plan.FieldOrder;
import io.genga.media.interlace.Interlacing.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What the pictures of a film say of themselves, and what is to be seen of them. Not thread-safe. */
final class FieldVotes {

    /** Fewer may be chance. */
    private static final int FEWEST_PICTURES = 4;

    /** Of the pictures that tell something, so many are combed in a film that is not progressive. */
    private static final double COMBED = 0.05;

    /** Of the combed pictures, so many agree on the order of the fields. */
    private static final double AGREEMENT = 0.75;

    /** Of the pictures that tell something, so many are whole in a telecined film at least; usually three of five. */
    private static final double WHOLE_IN_TELECINE = 0.2;

    /** Telecine weaves pictures at one or two neighbouring places of every five; so many of the combed ones are at such places. */
    private static final double IN_STEP_WITH_TELECINE = 0.8;

    /** Of pictures that are single fields, so many are the other field than the one before. */
    private static final double ALTERNATION = 0.75;

    private final Map<FieldMatch, Integer> matches = new EnumMap<>(FieldMatch.class);
    private final TelecineRhythm rhythm = new TelecineRhythm();
    private int pictures;
    private int flagged;
    private int flaggedTopFirst;
    private int alternations;
    /** Null where the picture before says nothing. */
    private Boolean topFirstBefore;

    void add(AVFrame picture) {
        pictures++;
        if ((picture.flags() & AV_FRAME_FLAG_INTERLACED) == 0) {
            topFirstBefore = null;
            return;
        }
        boolean topFirst = (picture.flags() & AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
        flagged++;
        flaggedTopFirst += topFirst ? 1 : 0;
        alternations += topFirstBefore != null && topFirstBefore != topFirst ? 1 : 0;
        topFirstBefore = topFirst;
    }

    /** What is added from now on does not follow what was added before. */
    void beginAnew() {
        rhythm.beginAnew();
        topFirstBefore = null;
    }

    void add(FieldMatch match) {
        rhythm.add(match);
        matches.merge(match, 1, Integer::sum);
    }

    /** @param header order of the fields as the film's header has it; empty where that says progressive, or nothing */
    Interlacing verdict(Optional<FieldOrder> header) {
        if (alternations >= FEWEST_PICTURES && alternations >= ALTERNATION * pictures) {
            return new Interlacing(Kind.SINGLE_FIELDS, null, true);
        }
        boolean saysInterlaced = header.isPresent() || 2 * flagged > pictures;
        if (isCombed()) {
            return new Interlacing(isTelecined() ? Kind.TELECINED : Kind.INTERLACED, seenOrder(), saysInterlaced);
        }
        if (saysInterlaced && count(FieldMatch.WHOLE) < FEWEST_PICTURES) {
            return new Interlacing(Kind.INTERLACED, header.orElse(flaggedOrder()), true);
        }
        return new Interlacing(Kind.PROGRESSIVE, null, saysInterlaced);
    }

    private boolean isCombed() {
        int combed = combed();
        int agreeing = Math.max(topFirst(), combed - topFirst());
        return combed >= FEWEST_PICTURES
                && combed >= COMBED * (combed + count(FieldMatch.WHOLE))
                && agreeing >= AGREEMENT * combed;
    }

    private boolean isTelecined() {
        int whole = count(FieldMatch.WHOLE);
        return rhythm.inStep() >= IN_STEP_WITH_TELECINE * combed() && whole >= WHOLE_IN_TELECINE * (combed() + whole);
    }

    private FieldOrder seenOrder() {
        return 2 * topFirst() > combed() ? FieldOrder.TOP_FIRST : FieldOrder.BOTTOM_FIRST;
    }

    private FieldOrder flaggedOrder() {
        return 2 * flaggedTopFirst >= flagged ? FieldOrder.TOP_FIRST : FieldOrder.BOTTOM_FIRST;
    }

    private int topFirst() {
        return count(FieldMatch.WOVEN_WITH_EARLIER) + count(FieldMatch.INTERLACED_TOP_FIRST);
    }

    private int combed() {
        return topFirst() + count(FieldMatch.WOVEN_WITH_LATER) + count(FieldMatch.INTERLACED_BOTTOM_FIRST);
    }

    private int count(FieldMatch match) {
        return matches.getOrDefault(match, 0);
    }
}
