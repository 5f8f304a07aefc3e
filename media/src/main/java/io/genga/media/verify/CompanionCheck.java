package io.genga.media.verify;

import static io.genga.media.verify.VerificationFailedException.requireEqual;

import io.genga.contracts.request.OutputContainer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what a film has besides its pictures with what its source has. */
final class CompanionCheck {

    /** Muxers write these themselves, or MP4 files have them and no others. */
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("major_brand", "minor_version", "compatible_brands", "encoder", "duration", "creation_time");

    private static final String NAME = "planned streams";

    private CompanionCheck() {}

    /** After all of both films was counted. */
    static Check check(FilmInventory source, FilmInventory film, OutputContainer container) {
        try {
            headers(source, film, container);
            packets(source, film);
        } catch (VerificationFailedException e) {
            return Check.failed(NAME, e.finding());
        }
        return Check.passed(
                NAME,
                source.companions().size() + " of " + source.companions().size()
                        + " are as planned, as are labels and tags");
    }

    private static void headers(FilmInventory source, FilmInventory film, OutputContainer container) {
        requireEqual("streams", labels(source, container), labels(film, container));
        requireEqual("attached files", source.attachedFiles(), film.attachedFiles());
        requireEqual("chapters", source.chapters(), film.chapters());
        source.tags().forEach((key, value) -> {
            if (isKept(key, container)) {
                requireEqual("tag " + key, value, film.tags().getOrDefault(key, ""));
            }
        });
    }

    private static void packets(FilmInventory source, FilmInventory film) {
        List<StreamContent> expected = List.copyOf(source.companions().values());
        List<StreamContent> found = List.copyOf(film.companions().values());
        for (int i = 0; i < expected.size(); i++) {
            expected.get(i).requireSame(found.get(i));
        }
    }

    private static List<StreamLabel> labels(FilmInventory film, OutputContainer container) {
        return switch (container) {
            case MATROSKA, WEBM -> film.labels();
            case MP4, FRAGMENTED_MP4, MOV ->
                film.labels().stream().map(StreamLabel::asMp4CanSayIt).toList();
        };
    }

    private static boolean isKept(String key, OutputContainer container) {
        String lower = key.toLowerCase(Locale.ROOT);
        return switch (container) {
            case MATROSKA, WEBM -> !OF_THE_CONTAINER.contains(lower);
            case MP4, FRAGMENTED_MP4, MOV -> lower.equals("title");
        };
    }
}
