package io.genga.media.verify;

import io.genga.media.probe.StreamDescription;
import io.genga.media.probe.StreamKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares all that a film has besides its picture: the streams themselves, what they hold, and when. */
final class CompanionComparison {

    private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

    /** Ticks of 1 ms may move the picture and a packet in opposite directions, in the source and in the result. */
    private static final double TOLERANCE_IN_MILLISECONDS = 1.5;

    private final FilmInventory source;
    private final FilmInventory result;

    /** Both were read to their ends. */
    CompanionComparison(FilmInventory source, FilmInventory result) {
        this.source = source;
        this.result = result;
    }

    /** @param pictureDelay by which the result's picture begins later, in nanoseconds */
    List<Check> checks(long pictureDelay) {
        List<Check> checks = new ArrayList<>();
        checks.add(streams());
        checks.addAll(contents(pictureDelay));
        checks.add(attachedFiles());
        checks.add(chapters());
        return checks;
    }

    private Check streams() {
        List<StreamDescription> lost = new ArrayList<>();
        Map<String, Integer> left = new TreeMap<>();
        for (StreamDescription stream : result.streams()) {
            left.merge(stream.kind().label(), 1, Integer::sum);
        }
        for (StreamDescription stream : source.streams()) {
            boolean found = left.merge(stream.kind().label(), -1, Integer::sum) >= 0;
            if (!found && stream.kind().isCopiedAsPackets()) {
                lost.add(stream);
            }
        }
        return lost.isEmpty()
                ? Check.passed("streams", "none of " + source.streams().size() + " is missing")
                : Check.failed(
                        "streams",
                        "missing of each kind the last: "
                                + lost.stream().map(StreamDescription::label).collect(Collectors.joining(", ")));
    }

    /** One check for each stream of sound, subtitles or data that both have. */
    private List<Check> contents(long pictureDelay) {
        Map<StreamKind, Iterator<StreamDescription>> candidates = result.streams().stream()
                .collect(Collectors.groupingBy(
                        StreamDescription::kind, Collectors.collectingAndThen(Collectors.toList(), List::iterator)));
        List<Check> checks = new ArrayList<>();
        for (StreamDescription stream : source.streams()) {
            Iterator<StreamDescription> same = candidates.get(stream.kind());
            if (stream.kind().isCopiedAsPackets() && same != null && same.hasNext()) {
                checks.add(content(stream, same.next(), pictureDelay));
            }
        }
        return checks;
    }

    private Check content(StreamDescription expected, StreamDescription found, long pictureDelay) {
        Optional<SubtitleConversion> conversion = source.companions()
                .get(expected.index())
                .conversionTo(result.companions().get(found.index()));
        return conversion.isPresent()
                ? conversion.get().check(nameOf(expected), pictureDelay, TOLERANCE_IN_MILLISECONDS)
                : copied(expected, found, pictureDelay);
    }

    private Check copied(StreamDescription expected, StreamDescription found, long pictureDelay) {
        StreamContent.Packets before = source.companions().get(expected.index()).packets();
        StreamContent.Packets after = result.companions().get(found.index()).packets();
        double offset = before.farthestFrom(after, pictureDelay) / NANOSECONDS_IN_A_MILLISECOND;
        boolean equal = before.content().equals(after.content());
        boolean inTime = Math.abs(offset) <= TOLERANCE_IN_MILLISECONDS;
        String bytes = equal
                ? before.count() + " packets, the source's byte for byte"
                : before.count() + " packets became " + after.count() + " others, so it was encoded anew or damaged";
        return Check.of(
                nameOf(expected),
                equal && inTime,
                bytes + String.format(Locale.ROOT, "; against the picture at most %+.3f ms off", offset));
    }

    private static String nameOf(StreamDescription stream) {
        return stream.kind().label() + " #" + stream.index();
    }

    private Check attachedFiles() {
        List<AttachedFile> expected = source.attachedFiles();
        List<AttachedFile> missing = new ArrayList<>(expected);
        result.attachedFiles().forEach(missing::remove);
        return missing.isEmpty()
                ? Check.passed("attached files", "all " + expected.size() + " are there, byte for byte")
                : Check.failed(
                        "attached files",
                        "missing: " + missing.stream().map(AttachedFile::name).collect(Collectors.joining(", ")));
    }

    private Check chapters() {
        List<Chapter> expected = source.chapters();
        List<Chapter> found = result.chapters();
        return Check.of(
                "chapters",
                expected.equals(found),
                expected.equals(found)
                        ? "all " + expected.size() + " are there"
                        : expected.size() + " became " + found.size() + ", or have other times or titles");
    }
}
