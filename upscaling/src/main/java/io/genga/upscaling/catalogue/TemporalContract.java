package io.genga.upscaling.catalogue;

/** What a network must be given beside the frame itself. */
public enum TemporalContract {
    /** Nothing: every frame stands alone. */
    SINGLE_FRAME("single-frame"),
    /** Frames before or after it. */
    NEIGHBOUR_WINDOW("neighbour-window"),
    /** What the network made at the frame before; frames before or after it, too, where it sees them. */
    FORWARD_RECURRENCE("forward-recurrence"),
    /** What the network made at the frame before, going forwards, and at the one after it, going backwards. */
    BIDIRECTIONAL_RECURRENCE("bidirectional-recurrence");

    private final String spelling;

    TemporalContract(String spelling) {
        this.spelling = spelling;
    }

    /** Whether it hands itself anything from frame to frame, in whichever direction. */
    public boolean remembers() {
        return this == FORWARD_RECURRENCE || this == BIDIRECTIONAL_RECURRENCE;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
