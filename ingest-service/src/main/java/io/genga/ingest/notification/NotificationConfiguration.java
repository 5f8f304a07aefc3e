package io.genga.ingest.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the store announces what was put into its buckets. */
@ConfigMapping(prefix = "genga.ingest.notifications")
public interface NotificationConfiguration {

    /** Whether the store's notifications are read; the reconciler finds every object without them, only later. */
    @WithDefault("false")
    boolean enabled();

    /** The topic that the store writes; created where it is missing. */
    @WithDefault("genga.bucket.notifications")
    String topic();
}
