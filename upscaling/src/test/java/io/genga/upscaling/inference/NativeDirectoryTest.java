package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeDirectoryTest {

    private static final String PROPERTY = "onnxruntime.native.path";

    @TempDir
    Path folder;

    @AfterEach
    void forgetFolder() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void onnx_runtime_is_told_a_folder_with_its_libraries() throws IOException {
        Files.createFile(folder.resolve("libonnxruntime.so"));
        Files.createFile(folder.resolve("libonnxruntime4j_jni.so"));

        NativeDirectory.use(folder);

        assertThat(System.getProperty(PROPERTY)).isEqualTo(folder.toString());
    }

    @Test
    void a_folder_that_lacks_a_library_is_refused_by_its_name() throws IOException {
        Files.createFile(folder.resolve("libonnxruntime.so"));

        assertRefused(folder, "the folder " + folder + " holds no libonnxruntime4j_jni.so");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        Path missing = folder.resolve("missing");

        assertRefused(missing, "there is no folder " + missing);
    }

    private static void assertRefused(Path directory, String message) {
        assertThatThrownBy(() -> NativeDirectory.use(directory))
                .isInstanceOf(UnavailableDeviceException.class)
                .hasMessageStartingWith(message);
        assertThat(System.getProperty(PROPERTY)).isNull();
    }
}
