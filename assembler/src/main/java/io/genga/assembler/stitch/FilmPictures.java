package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.plan.Plan;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.still.BeforeAndAfter;
import io.genga.media.still.NoSuchPictureException;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.ScratchFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays a picture of the source and the same one of the film beside the film in the outbox. */
@ApplicationScoped
public class FilmPictures {

    private static final Logger LOG = LoggerFactory.getLogger(FilmPictures.class);

    private final ObjectStore store;

    FilmPictures(ObjectStore store) {
        this.store = store;
    }

    /** A film that is whole is not held back for a picture that cannot be had: that is only logged. */
    void publish(AssemblyRequested request, Plan plan, Path source, Path film, ScratchFolder folder) {
        Path before = folder.file("before.png");
        Path after = folder.file("after.png");
        try {
            BeforeAndAfter.write(plan, source, film, before, after);
        } catch (NoSuchPictureException | FfmpegException e) {
            LOG.warn("Job {} gets no pictures before and after: {}", request.job(), e.getMessage());
            return;
        }
        String bucket = request.plan().bucket();
        store.put(new ObjectLocation(bucket, ObjectKeys.pictureBefore(request.tenant(), request.job())), before);
        store.put(new ObjectLocation(bucket, ObjectKeys.pictureAfter(request.tenant(), request.job())), after);
    }
}
