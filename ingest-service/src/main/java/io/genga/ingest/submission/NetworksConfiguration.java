package io.genga.ingest.submission;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where networks lie that jobs may ask for by name, beside those built in. */
@ConfigMapping(prefix = "genga.ingest.models")
public interface NetworksConfiguration {

    /** A folder of {@code NAME.onnx} and {@code NAME.yaml}, as {@code genga models} fills it. */
    Optional<Path> directory();
}
