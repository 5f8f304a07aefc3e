package io.genga.objectstore.s3;

import java.net.URI;
import java.util.Objects;

/**
 * How to reach one S3 server.
 *
 * @param endpoint scheme, host and port alone, such as {@code http://127.0.0.1:9000}
 * @param region {@code us-east-1} where the server has none
 */
public record S3Connection(URI endpoint, String region, String accessKey, String secretKey) {

    public S3Connection {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(accessKey, "accessKey");
        Objects.requireNonNull(secretKey, "secretKey");
        if (!isServerAddress(endpoint)) {
            throw new IllegalArgumentException("The S3 endpoint '" + endpoint
                    + "' must be http:// or https:// with a host and perhaps a port, such as http://127.0.0.1:9000");
        }
    }

    private static boolean isServerAddress(URI endpoint) {
        boolean http = "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
        boolean bare = endpoint.getRawPath() == null
                || endpoint.getRawPath().isEmpty()
                || endpoint.getRawPath().equals("/");
        return http && bare && endpoint.getHost() != null && endpoint.getRawQuery() == null;
    }

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "S3Connection[endpoint=" + endpoint + ", region=" + region + ", accessKey=" + accessKey + "]";
    }
}
