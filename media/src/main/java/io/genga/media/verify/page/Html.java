package io.genga.media.verify.page;

import java.util.Base64;

/** Pieces of HTML. */
final class Html {

    private Html() {}

    /** {@code text} of whatever origin, so that it stays text, also within quotes. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An address that holds the picture itself. */
    static String jpeg(byte[] content) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content);
    }
}
