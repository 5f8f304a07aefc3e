package io.genga.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ConnectionTest {

    @Test
    void the_secret_is_not_printed() {
        S3Connection connection = new S3Connection(URI.create("https://s3.example:9000"), "eu", "access", "secret");

        assertThat(connection.toString()).contains("s3.example:9000", "access").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9000", "ftp://host", "http:///bucket", "http://host/bucket", "http://host?a=b"})
    void an_endpoint_that_is_no_server_is_refused(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Connection(URI.create(endpoint), "us-east-1", "access", "secret"))
                .withMessageContaining(endpoint);
    }
}
