package io.genga.media.verify;

import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceStreams;
import io.genga.media.probe.StreamDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** All that a film has besides its pictures. Filled packet by packet; not thread-safe. */
final class FilmInventory {

    private final List<StreamLabel> labels = new ArrayList<>();
    private final Map<Integer, StreamContent> companions = new TreeMap<>();
    private final List<AttachedFile> attachedFiles = new ArrayList<>();
    private final List<Chapter> chapters;
    private final Map<String, String> tags;
    private int video = -1;

    private FilmInventory(List<Chapter> chapters, Map<String, String> tags) {
        this.chapters = chapters;
        this.tags = tags;
    }

    /** @throws VerificationFailedException where there is no video stream */
    static FilmInventory of(InputFile film) {
        FilmInventory inventory = new FilmInventory(
                Chapter.listOf(film.context()),
                Dictionaries.toMap(film.context().metadata()));
        for (StreamDescription stream : SourceStreams.describe(film)) {
            inventory.list(stream, film.stream(stream.index()));
        }
        if (inventory.video < 0) {
            throw new VerificationFailedException("video streams", 1, 0);
        }
        return inventory;
    }

    private void list(StreamDescription description, AVStream stream) {
        switch (description.kind()) {
            case VIDEO -> {
                video = description.index();
                labels.add(StreamLabel.of(description, stream));
            }
            case AUDIO, SUBTITLE, DATA -> {
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

    /** Of pictures, sound and subtitles, in the container's order. */
    List<StreamLabel> labels() {
        return labels;
    }

    /** Index of the video stream. */
    int video() {
        return video;
    }

    /** Streams of sound and subtitles, in the container's order. */
    List<StreamContent> companions() {
        return List.copyOf(companions.values());
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
