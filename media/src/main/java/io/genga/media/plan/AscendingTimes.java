package io.genga.media.plan;

/** Time stamps of a damaged film, some of which are wrong. */
final class AscendingTimes {

    private static final int NONE = -1;

    private AscendingTimes() {}

    /**
     * The longest strictly ascending series that is left when some are struck out, by patience sorting (C. Schensted, "Longest
     * increasing and decreasing subsequences", 1961).
     */
    static long[] longest(long[] times) {
        int[] lastOfLength = new int[times.length];
        int[] before = new int[times.length];
        int length = 0;
        for (int i = 0; i < times.length; i++) {
            int shorter = shorterThan(times, lastOfLength, length, times[i]);
            before[i] = shorter == 0 ? NONE : lastOfLength[shorter - 1];
            lastOfLength[shorter] = i;
            length = Math.max(length, shorter + 1);
        }
        long[] series = new long[length];
        int at = length == 0 ? NONE : lastOfLength[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            series[i] = times[at];
            at = before[at];
        }
        return series;
    }

    /** How many of the series, by length, end before {@code time}: their ends ascend. */
    private static int shorterThan(long[] times, int[] lastOfLength, int length, long time) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[lastOfLength[middle]] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
