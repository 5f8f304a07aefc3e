package io.genga.standalone.download;

/** Nothing was fetched, and nothing is kept. The message says why, and ends without a full stop. */
public final class DownloadFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean otherContent;

    DownloadFailedException(String message, boolean otherContent, Throwable cause) {
        super(message, cause);
        this.otherContent = otherContent;
    }

    /** Whether something came, but not what was asked for. */
    public boolean isOtherContent() {
        return otherContent;
    }
}
