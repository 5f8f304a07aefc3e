package io.genga.runtime.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the object store is. */
@ConfigMapping(prefix = "genga.store")
public interface StoreConfiguration {

    /** Address of any S3 store. */
    @WithDefault("http://127.0.0.1:9000")
    URI endpoint();

    @WithDefault("us-east-1")
    String region();

    String accessKey();

    String secretKey();

    /** The bucket of the platform: inbox, uploads, work and outbox. Created where it is missing. */
    @WithDefault("genga")
    String bucket();
}
