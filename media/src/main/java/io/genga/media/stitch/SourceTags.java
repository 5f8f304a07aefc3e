package io.genga.media.stitch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the source's tags are true of the film. */
final class SourceTags {

    private static final Set<String> WRITTEN_BY_MUXERS =
            Set.of("major_brand", "minor_version", "compatible_brands", "encoder", "duration");

    /** What mkvmerge and others say about the packets of a track, and how its picture was encoded. */
    private static final Pattern ABOUT_PACKETS =
            Pattern.compile("(_STATISTICS|BPS|DURATION|NUMBER_OF_|SOURCE_ID|ENCODER).*", Pattern.CASE_INSENSITIVE);

    private SourceTags() {}

    static boolean ofWholeFilm(String key) {
        return !WRITTEN_BY_MUXERS.contains(key.toLowerCase(Locale.ROOT));
    }

    static boolean ofRemasteredStream(String key) {
        return !ABOUT_PACKETS.matcher(key).matches();
    }

    static boolean ofCopiedStream(String key) {
        return true;
    }
}
