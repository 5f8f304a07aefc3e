package io.genga.assembler.stitch;

import io.genga.media.timeline.DrawingTimeline;
import java.nio.file.Path;
import java.util.List;

/**
 * The results of all chunks of a film.
 *
 * @param files in the order of the film
 * @param computed of the film, as far as it was noted beside the results
 */
record FetchedResults(List<Path> files, DrawingTimeline computed) {}
