package io.genga.upscaling.catalogue;

/** What a network must be given beside the frame itself. */
public enum TemporalContract {
    /** Nothing: every frame stands alone. */
    SINGLE_FRAME("single-frame"),
    /** Frames before or after it. */
    NEIGHBOUR_WINDOW("neighbour-window"),
    /** What the network made at the frame before; frames before or after it, too, where it sees them. */
    FORWARD_RECURRENCE("forward-recurrence");

    private final String spelling;

    TemporalContract(String spelling) {
        this.spelling = spelling;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
