package io.genga.media.probe;

/** A source that cannot be remastered without losing something. Its message is one sentence for the user. */
public final class RefusedMediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param displayName the source's name as its owner knows it
     * @param problem what is wrong with it, as the rest of a sentence that begins with the name
     * @param remedy what its owner can do
     */
    public RefusedMediaException(String displayName, String problem, String remedy) {
        super("'" + displayName + "' " + problem + ": " + remedy);
    }

    /** As {@link #RefusedMediaException(String, String, String)}, for a problem that another call found. */
    public RefusedMediaException(String displayName, String problem, String remedy, Throwable cause) {
        super("'" + displayName + "' " + problem + ": " + remedy, cause);
    }
}
