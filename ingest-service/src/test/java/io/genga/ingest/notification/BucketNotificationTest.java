package io.genga.ingest.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.objectstore.ObjectLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNotificationTest {

    @Test
    void a_message_of_minio_names_what_was_created() throws IOException {
        assertThat(BucketNotification.read(golden("minio.json")).created())
                .containsExactly(new ObjectLocation("films", "inbox/acme/season 1/01+02.mkv"));
    }

    @Test
    void a_message_of_amazon_names_everything_that_was_created_and_nothing_else() throws IOException {
        assertThat(BucketNotification.read(golden("amazon.json")).created())
                .containsExactly(
                        new ObjectLocation("films", "inbox/acme/原画.mkv"),
                        new ObjectLocation("films", "inbox/acme/two.mkv"));
    }

    @Test
    void a_test_message_creates_nothing() {
        String message = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"films\"}";

        assertThat(read(message).created()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "\"s3:ObjectCreated:Put\"",
                "{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\"}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"films\"},"
                        + "\"object\":{\"key\":\"inbox/a/100%\"}}}]}"
            })
    void what_cannot_be_understood_is_refused(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(MalformedNotificationException.class);
    }

    private static BucketNotification read(String message) {
        return BucketNotification.read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream content = BucketNotificationTest.class.getResourceAsStream("/notifications/" + name)) {
            return content.readAllBytes();
        }
    }
}
