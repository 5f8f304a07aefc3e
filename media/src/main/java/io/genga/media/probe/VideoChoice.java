package io.genga.media.probe;

import io.genga.contracts.request.SourceSelection;
import io.genga.media.input.InputFile;
import java.util.List;

/** Which of a source's video streams is remastered. */
final class VideoChoice {

    private VideoChoice() {}

    /**
     * @return the stream's index
     * @throws RefusedMediaException where there is none, not the one that was asked for, or several and none was
     */
    static int choose(InputFile input, SourceSelection selection, String displayName) {
        List<StreamDescription> videos = SourceStreams.describe(input).stream()
                .filter(stream -> stream.kind() == StreamKind.VIDEO || stream.kind() == StreamKind.OTHER_VIDEO)
                .toList();
        if (videos.isEmpty()) {
            throw new RefusedMediaException(displayName, "has no picture, only other streams", "name a video file");
        }
        if (selection.video() == null && videos.size() > 1) {
            throw new RefusedMediaException(
                    displayName,
                    "has " + videos.size() + " video streams",
                    "choose one by its number, video 0 to " + (videos.size() - 1) + "; the others are copied");
        }
        int position = selection.video() == null ? 0 : selection.video();
        if (position >= videos.size()) {
            throw new RefusedMediaException(
                    displayName,
                    "has no video " + position,
                    "choose from 0 to " + (videos.size() - 1) + ", as they are counted");
        }
        return videos.get(position).index();
    }
}
