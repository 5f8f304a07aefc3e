package io.genga.contracts.request;

/**
 * The constant rate factors that an encoder knows.
 *
 * @param best the smallest, which gives the largest film
 */
record CrfRange(int best, int worst) {

    void require(int crf) {
        if (crf < best || crf > worst) {
            throw new IllegalArgumentException(
                    "crf " + crf + " must lie in " + best + " (best) to " + worst + " (worst)");
        }
    }
}
