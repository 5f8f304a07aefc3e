package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg's own log, which goes to standard error and speaks of what the exceptions of this module say better. */
public final class FfmpegLog {

    private FfmpegLog() {}

    /** Silences it for the whole process; to be called before the first use of FFmpeg. Idempotent and thread-safe. */
    public static void silence() {
        av_log_set_level(AV_LOG_QUIET);
    }
}
