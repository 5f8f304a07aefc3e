package io.genga.standalone.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build gave it. */
public final class GengaVersion {

    private static final String RESOURCE = "version.properties";

    private GengaVersion() {}

    public static String current() {
        try (InputStream resource = GengaVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read from the class path", e);
        }
    }
}
