package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import java.util.Map;
import java.util.TreeMap;
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

    /** @return owned by the caller, or by the structure that the caller hands it to */
    public static AVDictionary copyOf(AVDictionary source) {
        AVDictionary copy = new AVDictionary(null);
        if (source != null) {
            FfmpegCall.check(av_dict_copy(copy, source, 0), "copying tags");
        }
        return copy;
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
