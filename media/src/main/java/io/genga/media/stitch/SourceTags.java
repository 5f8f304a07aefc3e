package io.genga.media.stitch;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tags that tell of the source's container or coding, and would be untrue of the film. */
final class SourceTags {

    private static final Set<String> WRITTEN_BY_MUXERS =
            Set.of("major_brand", "minor_version", "compatible_brands", "encoder", "duration");

    /** What mkvmerge and others say about the packets of a track. */
    private static final Pattern STATISTICS =
            Pattern.compile("(_STATISTICS|BPS|DURATION|NUMBER_OF_|SOURCE_ID|ENCODER).*", Pattern.CASE_INSENSITIVE);

    static final Predicate<String> OF_THE_CONTAINER = key -> WRITTEN_BY_MUXERS.contains(key.toLowerCase(java.util.Locale.ROOT));

    static final Predicate<String> OF_THE_PICTURE = key -> STATISTICS.matcher(key).matches();

    static final Predicate<String> NONE = key -> false;

    private SourceTags() {}
}
