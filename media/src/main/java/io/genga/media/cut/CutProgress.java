package io.genga.media.cut;

/** Told how far a cut is, after each packet or picture, on the thread that cuts. May throw to stop it. */
@FunctionalInterface
public interface CutProgress {

    /**
     * @param packets of the video stream that were read; of an intermediate film, pictures that were encoded
     * @param total packets of the video stream that are needed
     */
    void advanced(long packets, long total);
}
