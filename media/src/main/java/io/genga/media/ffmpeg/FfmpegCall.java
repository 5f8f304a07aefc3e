package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** Turns the error codes of FFmpeg's C functions into exceptions. */
public final class FfmpegCall {

    private FfmpegCall() {}

    /**
     * @param result of the call; negative means an error
     * @param doing what was attempted and on what, for example {@code "opening film.mkv"}
     * @return {@code result}
     * @throws FfmpegException where {@code result} is negative
     */
    public static int check(int result, String doing) {
        if (result < 0) {
            throw new FfmpegException(result, doing + ": " + describe(result));
        }
        return result;
    }

    /** FFmpeg's own words for an error code. */
    public static String describe(int code) {
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
