package io.genga.media.verify;

/** Measures how alike pictures are, one pair after the other. Not thread-safe. */
final class PictureLikeness {

    private static final double PEAK = 255;

    private long frames;
    private double squares;
    private long areas;
    private double deltaE;
    private double worstDeltaE;
    private double worstDeltaESeconds;

    /**
     * @return mean difference of luma, in steps of 8 bits
     */
    double add(Thumbnail found, Thumbnail due) {
        frames++;
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < due.luma().length; i++) {
            double difference = Math.abs(found.luma()[i] - due.luma()[i]);
            sum += difference;
            sumOfSquares += difference * difference;
        }
        squares += sumOfSquares / due.luma().length;
        return sum / due.luma().length;
    }

    /** @param seconds from the film's beginning */
    void addColours(Thumbnail.Area[] found, Thumbnail.Area[] due, double seconds) {
        for (int i = 0; i < due.length; i++) {
            if (due[i].flat()) {
                double distance = LabColour.ofRgb(due[i].rgb()).distance(LabColour.ofRgb(found[i].rgb()));
                deltaE += distance;
                areas++;
                if (distance >= worstDeltaE) {
                    worstDeltaE = distance;
                    worstDeltaESeconds = seconds;
                }
            }
        }
    }

    Likeness likeness() {
        Double decibels = squares == 0 ? null : 10 * Math.log10(PEAK * PEAK * frames / squares);
        return areas == 0
                ? new Likeness(null, null, null, decibels)
                : new Likeness(deltaE / areas, worstDeltaE, worstDeltaESeconds, decibels);
    }
}
