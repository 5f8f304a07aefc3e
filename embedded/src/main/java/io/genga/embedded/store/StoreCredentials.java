package io.genga.embedded.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The key pair of one store: drawn once, then kept in a file that only its owner may read. */
record StoreCredentials(String accessKey, String secretKey) {

    private static final String ACCESS_KEY = "accessKey";
    private static final String SECRET_KEY = "secretKey";
    private static final SecureRandom RANDOM = new SecureRandom();

    static StoreCredentials loadOrDraw(Path file) throws IOException {
        if (Files.exists(file)) {
            return load(file);
        }
        StoreCredentials drawn = new StoreCredentials(randomHex(10), randomHex(20));
        drawn.save(file);
        return drawn;
    }

    private static StoreCredentials load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        String accessKey = properties.getProperty(ACCESS_KEY, "");
        String secretKey = properties.getProperty(SECRET_KEY, "");
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new EmbeddedObjectStoreException(
                    file + " holds no " + ACCESS_KEY + " and " + SECRET_KEY + "; delete it to have new ones drawn");
        }
        return new StoreCredentials(accessKey, secretKey);
    }

    /** Under another name first, so that a process killed here leaves no half of a file. */
    private void save(Path file) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Properties properties = new Properties();
        properties.setProperty(ACCESS_KEY, accessKey);
        properties.setProperty(SECRET_KEY, secretKey);
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            properties.store(writer, "Key pair of the embedded object store in this directory");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "StoreCredentials[accessKey=" + accessKey + "]";
    }
}
