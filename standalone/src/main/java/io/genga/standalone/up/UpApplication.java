package io.genga.standalone.up;

import io.genga.runtime.store.StoreConfiguration;
import io.genga.standalone.data.DataDirectory;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where the platform is and waits until it is told to stop; its only argument is the data directory. */
@ApplicationScoped
@Unremovable
public class UpApplication implements QuarkusApplication {

    private final StoreConfiguration store;
    private final int port;

    UpApplication(StoreConfiguration store, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.store = store;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        System.out.println(greeting(new DataDirectory(Path.of(arguments[0]))));
        Quarkus.waitForExit();
        return 0;
    }

    private String greeting(DataDirectory directory) {
        return """
                genga is up at http://127.0.0.1:%1$d

                Remaster a film, then ask how far it is:
                  curl -X POST -T in.mp4 -H 'Content-Type: application/octet-stream' 'http://127.0.0.1:%1$d/api/v1/jobs?name=in.mp4'
                  curl http://127.0.0.1:%1$d/api/v1/jobs

                Or put it into the inbox of the S3 store, below %2$s/inbox/default/:
                  endpoint     %3$s
                  credentials  %4$s
                The result appears below %2$s/outbox/default/.

                Stop with Ctrl-C; unfinished jobs go on at the next start.
                """.formatted(port, store.bucket(), store.endpoint(), directory.storeCredentials());
    }
}
