package io.genga.media.subtitle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What is to be read at every moment, for formats that show one text at a time, and to compare any two. */
public final class CueTimeline {

    private CueTimeline() {}

    /**
     * Divides cues where others begin or end, so that none overlaps another; texts that are shown at once become one, in the
     * order in which they begin. What is never shown or blank is left out, and what does not change stays one cue.
     *
     * @param cues in any order
     * @return in the order of their times
     */
    public static List<Cue> withoutOverlaps(Collection<Cue> cues) {
        List<Cue> shown = cues.stream()
                .filter(cue -> cue.end() > cue.start() && !cue.text().isBlank())
                .sorted(Comparator.comparingLong(Cue::start))
                .toList();
        TreeSet<Long> changes = new TreeSet<>();
        shown.forEach(cue -> changes.addAll(List.of(cue.start(), cue.end())));
        List<Cue> timeline = new ArrayList<>();
        List<Cue> active = new ArrayList<>();
        int next = 0;
        for (long from : changes) {
            active.removeIf(cue -> cue.end() <= from);
            for (; next < shown.size() && shown.get(next).start() == from; next++) {
                active.add(shown.get(next));
            }
            if (!active.isEmpty()) {
                StyledText text =
                        StyledText.stacked(active.stream().map(Cue::text).toList());
                append(timeline, new Cue(from, changes.higher(from), text));
            }
        }
        return timeline;
    }

    /**
     * Puts a blank cue wherever nothing is shown, from 0 on: MP4 has no other way to say so.
     *
     * @param cues without overlaps, in the order of their times
     * @param longest that a blank cue may be, in ticks
     */
    public static List<Cue> withoutGaps(List<Cue> cues, long longest) {
        List<Cue> whole = new ArrayList<>();
        long end = 0;
        for (Cue cue : cues) {
            for (; end < cue.start(); end = Math.min(end + longest, cue.start())) {
                whole.add(new Cue(end, Math.min(end + longest, cue.start()), StyledText.BLANK));
            }
            whole.add(cue);
            end = cue.end();
        }
        return whole;
    }

    private static void append(List<Cue> timeline, Cue cue) {
        Cue last = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
        if (last != null && last.end() == cue.start() && last.text().equals(cue.text())) {
            timeline.set(timeline.size() - 1, new Cue(last.start(), cue.end(), cue.text()));
        } else {
            timeline.add(cue);
        }
    }
}
