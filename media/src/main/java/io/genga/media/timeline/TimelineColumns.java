package io.genga.media.timeline;

import java.util.ArrayList;
import java.util.List;

/** Makes columns of frames, no more than a screen can show, whatever the film's length. Not thread-safe. */
public final class TimelineColumns {

    private static final int MOST_COLUMNS = 1_000;
    private static final TimelineColumn NOTHING = new TimelineColumn(0, 0, 0, 0, 0);

    private final long frames;
    private final int count;
    private final List<TimelineColumn> columns = new ArrayList<>();
    private TimelineColumn sum = NOTHING;
    private long added;
    private long firstFrame;

    /** @param frames of the film, at least 1 */
    public TimelineColumns(long frames) {
        this.frames = frames;
        this.count = (int) Math.min(MOST_COLUMNS, frames);
    }

    public void add(TimelineColumn nextFrame) {
        sum = sum.plus(nextFrame);
        added++;
        if (added == frames * (columns.size() + 1) / count) {
            columns.add(sum.dividedBy(added - firstFrame));
            sum = NOTHING;
            firstFrame = added;
        }
    }

    /**
     * From left to right, each of as many frames as the others, or of one more.
     *
     * @throws IllegalStateException where not all frames of the film were added
     */
    public List<TimelineColumn> columns() {
        if (added != frames) {
            throw new IllegalStateException(added + " of " + frames + " frames were added");
        }
        return List.copyOf(columns);
    }
}
