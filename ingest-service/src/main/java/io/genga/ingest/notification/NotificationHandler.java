package io.genga.ingest.notification;

import io.genga.ingest.inbox.InboxJobs;
import io.genga.objectstore.ObjectLocation;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the jobs of the objects that a notification names. Notifications may come twice, late or never. */
final class NotificationHandler implements Consumer<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationHandler.class);

    private final String bucket;
    private final InboxJobs jobs;

    /** @param bucket of the platform; what happens in others is not its business */
    NotificationHandler(String bucket, InboxJobs jobs) {
        this.bucket = bucket;
        this.jobs = jobs;
    }

    /** @throws RuntimeException where the store or Kafka do not answer: then the notification must come again */
    @Override
    public void accept(byte[] message) {
        try {
            for (ObjectLocation created : BucketNotification.read(message).created()) {
                if (created.bucket().equals(bucket)) {
                    jobs.startIfUnknown(created);
                }
            }
        } catch (MalformedNotificationException e) {
            LOG.warn("passed over a notification that {}", e.getMessage());
        }
    }
}
