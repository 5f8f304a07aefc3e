package io.genga.samplefilm.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/** What a C function of FFmpeg returned. */
final class FfmpegResult {

    private FfmpegResult() {}

    /**
     * @param result negative where the call failed
     * @param doing what was attempted, for the message
     */
    static void require(int result, String doing) throws IOException {
        if (result < 0) {
            try (BytePointer text = new BytePointer(AV_ERROR_MAX_STRING_SIZE)) {
                av_strerror(result, text, AV_ERROR_MAX_STRING_SIZE);
                throw new IOException(doing + ": " + text.getString());
            }
        }
    }
}
