package io.genga.media.verify.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pieces of pages that need nothing else. */
public final class Html {

    private Html() {}

    /** {@code text} of whatever origin, so that it stays text, also within quotes. */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An address that holds the picture itself. */
    public static String jpeg(byte[] content) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content);
    }

    /** @param css a resource beside {@code page} */
    public static String style(Class<?> page, String css) {
        try (InputStream content = page.getResourceAsStream(css)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
