package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeDirectoryTest {

    private static final String PROPERTY = "onnxruntime.native.path";

    @TempDir
    Path folder;

    @Test
    void libraries_that_are_none_are_refused_with_the_loaders_words() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("libonnxruntime.so"));
        Files.createFile(folder.resolve("libonnxruntime4j_jni.so"));

        assertThat(inProcessOfItsOwn(folder))
                .startsWith("the native libraries in " + folder + " cannot be loaded (")
                .contains("file too short")
                .endsWith("): give those of ONNX Runtime 1.29.0 for this machine");
    }

    @Test
    void libraries_are_taken_from_the_folder() throws IOException, InterruptedException {
        for (String library : List.of("libonnxruntime.so", "libonnxruntime4j_jni.so")) {
            try (InputStream content =
                    OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/" + library)) {
                Files.copy(content, folder.resolve(library));
            }
        }

        assertThat(inProcessOfItsOwn(folder))
                .contains(folder.resolve("libonnxruntime.so").toString());
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

    /** Loads the libraries, which a process does once, and prints which file was taken, or why none was. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) throws IOException {
            try {
                NativeDirectory.use(Path.of(arguments[0]));
                Files.readAllLines(Path.of("/proc/self/maps")).stream()
                        .filter(line -> line.endsWith("/libonnxruntime.so"))
                        .findFirst()
                        .ifPresent(System.out::println);
            } catch (UnavailableDeviceException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static String inProcessOfItsOwn(Path directory) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Loading.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not in the command line: ONNX Runtime 1.29.0 crashes where that has more than some 4 KB.
        java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }
}
