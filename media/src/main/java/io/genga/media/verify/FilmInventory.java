package io.genga.media.verify;

import io.genga.contracts.plan.PlannedSource;
import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceStreams;
import io.genga.media.probe.StreamDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** All that a film has besides its pictures. Filled packet by packet; not thread-safe. */
final class FilmInventory {

    private final int video;
    private final List<StreamLabel> labels = new ArrayList<>();
    private final List<StreamDescription> streams = new ArrayList<>();
    private final SortedMap<Integer, StreamContent> companions = new TreeMap<>();
    private final List<AttachedFile> attachedFiles = new ArrayList<>();
    private final List<Chapter> chapters;
    private final Map<String, String> tags;

    private FilmInventory(int video, List<Chapter> chapters, Map<String, String> tags) {
        this.video = video;
        this.chapters = chapters;
        this.tags = tags;
    }

    /** Of all that {@code film} has. */
    static FilmInventory ofEverything(InputFile film, int video) {
        return of(film, video, Set.of(), Map.of());
    }

    /** Of what is to be kept of a source. */
    static FilmInventory ofSource(InputFile source, PlannedSource planned) {
        return of(source, planned.videoStream(), planned.lostStreams(), planned.convertedStreams());
    }

    private static FilmInventory of(InputFile film, int video, Set<Integer> lost, Map<Integer, String> converted) {
        FilmInventory inventory = new FilmInventory(
                video,
                Chapter.listOf(film.context()),
                Dictionaries.toMap(film.context().metadata()));
        SourceStreams.describe(film, video).stream()
                .filter(stream -> !lost.contains(stream.index()))
                .map(stream -> stream.withCodec(converted.getOrDefault(stream.index(), stream.codec())))
                .forEach(stream -> inventory.list(stream, film.stream(stream.index())));
        return inventory;
    }

    private void list(StreamDescription description, AVStream stream) {
        streams.add(description);
        switch (description.kind()) {
            case VIDEO -> labels.add(StreamLabel.of(description, stream));
            case OTHER_VIDEO, AUDIO, SUBTITLE, DATA -> {
                companions.put(description.index(), new StreamContent(description.label(), stream));
                labels.add(StreamLabel.of(description, stream));
            }
            case ATTACHMENT -> attachedFiles.add(AttachedFile.ofAttachment(stream));
            case COVER_ART -> attachedFiles.add(AttachedFile.ofCoverArt(stream));
            case CHAPTER_TITLES -> {
                // The chapters themselves are compared.
            }
        }
    }

    /** All, in the container's order. */
    List<StreamDescription> streams() {
        return streams;
    }

    /** Of pictures, sound and subtitles, in the container's order. */
    List<StreamLabel> labels() {
        return labels;
    }

    /** Index of the video stream. */
    int video() {
        return video;
    }

    /** What is copied as packets, by the index of its stream. */
    SortedMap<Integer, StreamContent> companions() {
        return companions;
    }

    List<AttachedFile> attachedFiles() {
        return attachedFiles;
    }

    List<Chapter> chapters() {
        return chapters;
    }

    /** Of the whole film. */
    Map<String, String> tags() {
        return tags;
    }

    /** Counts {@code packet}, of whatever stream. */
    void add(AVPacket packet) {
        StreamContent content = companions.get(packet.stream_index());
        if (content != null) {
            content.add(packet);
        }
    }
}
