package io.genga.ingest.notification;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.objectstore.ObjectLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a store says of its buckets: Amazon's S3 event message, structure 2.x, as Amazon, MinIO and others send it.
 *
 * @param created the objects that it says were created, in its order
 */
record BucketNotification(List<ObjectLocation> created) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** MinIO writes {@code s3:ObjectCreated:Put}, Amazon {@code ObjectCreated:Put}. */
    private static final String PREFIX = "s3:";

    private static final String CREATED = "ObjectCreated:";

    BucketNotification {
        created = List.copyOf(created);
    }

    /**
     * Reads a message. One that is about something else, such as Amazon's test message, creates nothing.
     *
     * @throws MalformedNotificationException where it is no such message
     */
    static BucketNotification read(byte[] message) {
        JsonNode records = parse(message).path("Records");
        List<ObjectLocation> created = new ArrayList<>();
        for (JsonNode record : records) {
            if (isCreation(record.path("eventName").asText())) {
                created.add(location(record.path("s3")));
            }
        }
        return new BucketNotification(created);
    }

    private static JsonNode parse(byte[] message) {
        try {
            JsonNode root = JSON.readTree(message);
            if (root == null || !root.isObject()) {
                throw new MalformedNotificationException("is no JSON object");
            }
            return root;
        } catch (JacksonException e) {
            throw new MalformedNotificationException("is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCreation(String eventName) {
        String name = eventName.startsWith(PREFIX) ? eventName.substring(PREFIX.length()) : eventName;
        return name.startsWith(CREATED);
    }

    private static ObjectLocation location(JsonNode s3) {
        String bucket = s3.path("bucket").path("name").asText();
        String key = s3.path("object").path("key").asText();
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new MalformedNotificationException("names no bucket or no key in one of its records");
        }
        return new ObjectLocation(bucket, decoded(key));
    }

    /** Keys are encoded as HTML forms are: a space as {@code +}. */
    private static String decoded(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedNotificationException("has the key '" + key + "', which is not form-encoded");
        }
    }
}
