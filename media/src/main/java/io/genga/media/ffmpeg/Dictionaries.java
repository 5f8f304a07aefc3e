package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** FFmpeg's dictionaries: tags and options. */
public final class Dictionaries {

    private Dictionaries() {}

    /**
     * What may be passed to a function that changes or makes a dictionary: such functions follow the pointer to the pointer,
     * and crash on {@code null}. The result holds the address of the dictionary after the call.
     *
     * @param dictionary {@code null} for an empty one
     */
    public static AVDictionary handle(AVDictionary dictionary) {
        return dictionary == null ? new AVDictionary(null) : dictionary;
    }

    /**
     * @param source {@code null} for an empty one
     * @param wanted of an entry's key
     * @return owned by the caller, or by the structure that the caller hands it to
     */
    public static AVDictionary copyOf(AVDictionary source, Predicate<String> wanted) {
        AVDictionary copy = new AVDictionary(null);
        toMap(source).forEach((key, value) -> {
            if (wanted.test(key)) {
                set(copy, key, value);
            }
        });
        return copy;
    }

    /**
     * Sets an entry, in place of one of the same key.
     *
     * @param handle from {@link #handle} or {@link #copyOf}
     */
    public static void set(AVDictionary handle, String key, String value) {
        FfmpegCall.check(av_dict_set(handle, key, value, 0), "setting " + key);
    }

    /** The entries by key; keys of one name, in whatever case, are one entry to FFmpeg. */
    public static Map<String, String> toMap(AVDictionary dictionary) {
        Map<String, String> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        AVDictionaryEntry entry = dictionary == null ? null : av_dict_iterate(dictionary, null);
        while (entry != null) {
            entries.put(entry.key().getString(), entry.value().getString());
            entry = av_dict_iterate(dictionary, entry);
        }
        return entries;
    }
}
