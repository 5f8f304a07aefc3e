package io.genga.upscaling.catalogue;

/** What a network must be given beside the frame itself. */
public enum TemporalContract {
    /** Nothing: every frame stands alone. */
    SINGLE_FRAME("single-frame");

    private final String spelling;

    TemporalContract(String spelling) {
        this.spelling = spelling;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
