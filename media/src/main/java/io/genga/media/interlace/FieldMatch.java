package io.genga.media.interlace;

/**
 * Which moments a picture's fields are of, told by what its upper field looks like when it is woven with the lower field of the
 * picture before, its own, and that of the picture after: fields of one moment give no combs. Combs are told from detail as in the
 * field matching of Decomb and TIVTC, by Donald A. Graft and Kevin Stone.
 */
enum FieldMatch {
    /** Both are of one moment. */
    WHOLE,
    /** The upper field is of the moment of the lower field before: a picture that telecine has woven, upper fields first. */
    WOVEN_WITH_EARLIER,
    /** The upper field is of the moment of the lower field after: a picture that telecine has woven, lower fields first. */
    WOVEN_WITH_LATER,
    /** Every field is of its own moment, and the upper one is the earlier. */
    INTERLACED_TOP_FIRST,
    /** Every field is of its own moment, and the lower one is the earlier. */
    INTERLACED_BOTTOM_FIRST,
    /** Too little moves to say. */
    UNCLEAR;

    /** Steps by which a line must stand out from its neighbours. */
    private static final int COMB = 9;

    /** Steps by which a sample must change from picture to picture to be looked at. */
    private static final int MOTION = 6;

    /** Combed samples from which on a picture tells something. */
    private static final int FEWEST_COMBS = 16;

    /** As {@link #FEWEST_COMBS}, as a share of all samples of a field. */
    private static final double FEWEST_COMBS_SHARE = 0.001;

    /** What has so few combs in comparison is of one moment. */
    private static final double CLEAN = 0.2;

    /** Lines at the edges that are neighbours only; odd, since the lines looked at are those of the lower field. */
    private static final int MARGIN = 5;

    private static final double FEWER = 0.75;

    /** Combs must be so many in comparison with fine detail, which noise changes from line to line. */
    private static final double COMBS_TO_DETAIL = 0.8;

    /** Whether its fields are of different moments. */
    boolean isCombed() {
        return switch (this) {
            case WHOLE, UNCLEAR -> false;
            case WOVEN_WITH_EARLIER, WOVEN_WITH_LATER, INTERLACED_TOP_FIRST, INTERLACED_BOTTOM_FIRST -> true;
        };
    }

    /** @param current the picture in question; all three of one size */
    static FieldMatch of(LumaLines before, LumaLines current, LumaLines after) {
        Combs combs = new Combs();
        for (int line = MARGIN; line < current.lines() - MARGIN; line += 2) {
            for (int column = 0; column < current.columns(); column++) {
                combs.look(before, current, after, line, column);
            }
        }
        double fewest = Math.max(FEWEST_COMBS, FEWEST_COMBS_SHARE * current.columns() * current.lines() / 2);
        return combs.match(fewest);
    }

    /**
     * Combed samples, by the picture whose lower field was woven into the current one. Where a field on its own looks combed, it is
     * because of fine detail.
     */
    private static final class Combs {

        private int before;
        private int own;
        private int after;
        private int detail;

        void look(LumaLines earlier, LumaLines current, LumaLines later, int line, int column) {
            int lower = current.at(line, column);
            boolean still = Math.abs(earlier.at(line, column) - lower) <= MOTION
                    && Math.abs(later.at(line, column) - lower) <= MOTION;
            if (!still) {
                int above = current.at(line - 1, column);
                int below = current.at(line + 1, column);
                before += comb(earlier, line, column, above, below);
                own += comb(current, line, column, above, below);
                after += comb(later, line, column, above, below);
                detail += comb(
                        above,
                        current.at(line - 3, column),
                        below,
                        current.at(line - 5, column) + current.at(line + 3, column));
            }
        }

        private static int comb(LumaLines lower, int line, int column, int above, int below) {
            int sameField = lower.at(line - 2, column) + lower.at(line + 2, column);
            return comb(lower.at(line, column), above, below, sameField);
        }

        /**
         * @param above of the other field
         * @param below of the other field
         * @param sameField sum of the nearest two of the sample's own field
         * @return 1 for a comb, else 0
         */
        private static int comb(int sample, int above, int below, int sameField) {
            boolean standsOut =
                    sample - above > COMB && sample - below > COMB || above - sample > COMB && below - sample > COMB;
            return standsOut && Math.abs(sameField + 4 * sample - 3 * (above + below)) > 6 * COMB ? 1 : 0;
        }

        FieldMatch match(double fewest) {
            double earlierCombs = Math.max(0, before - detail);
            double ownCombs = Math.max(0, own - detail);
            double laterCombs = Math.max(0, after - detail);
            double most = Math.max(earlierCombs, laterCombs);
            if (Math.max(ownCombs, most) < fewest) {
                return UNCLEAR;
            }
            if (ownCombs <= CLEAN * most) {
                return WHOLE;
            }
            boolean clear = ownCombs >= Math.max(fewest, COMBS_TO_DETAIL * detail);
            return clear ? matchOfCombed(earlierCombs, ownCombs, laterCombs) : UNCLEAR;
        }

        private static FieldMatch matchOfCombed(double earlier, double own, double later) {
            if (earlier < CLEAN * own && earlier < later / 2) {
                return WOVEN_WITH_EARLIER;
            }
            if (later < CLEAN * own && later < earlier / 2) {
                return WOVEN_WITH_LATER;
            }
            if (earlier < FEWER * later) {
                return INTERLACED_TOP_FIRST;
            }
            return later < FEWER * earlier ? INTERLACED_BOTTOM_FIRST : UNCLEAR;
        }
    }
}
