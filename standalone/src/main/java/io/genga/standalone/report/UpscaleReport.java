package io.genga.standalone.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.ProfileReference;
import java.util.List;
import java.util.SortedMap;

/**
 * What one {@code upscale} did, for scripts.
 *
 * @param genga version of the program
 * @param losses what was left out or converted, one phrase each
 * @param notes sentences for people on what was found in the source and done about it
 * @param timings milliseconds by stage, summed over all chunks, so that parallel work exceeds the clock
 * @param reuse of held drawings, over the chunks that were computed for this job; null where there was none
 * @param wallSeconds from the start of the process to the finished output
 * @param startupSeconds from the start of the process until the platform was ready
 * @param firstChunkSeconds from the start of the process until the first chunk was upscaled; null where every chunk was found
 *     done
 * @param verification page on the comparison of the output with its source, beside this report; null where the job wrote none
 * @param pipeline what the stages that worked at the same time spent it on, summed over all chunks; null where every chunk was found
 *     done
 * @param profile that the settings came from; null where none was named
 * @param warmUpFrames that a network which remembers was run on around chunks; null where the network does not
 * @param picture what was done to pictures besides the network; null for nothing
 * @param earlierModels networks that ran before {@code model}, in their order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UpscaleReport(
        String genga,
        String source,
        String output,
        JobId job,
        Model model,
        long frames,
        Chunks chunks,
        List<String> losses,
        List<String> notes,
        SortedMap<String, Long> timings,
        ReuseFigures reuse,
        double wallSeconds,
        double startupSeconds,
        Double firstChunkSeconds,
        String verification,
        PipelineTimings pipeline,
        ProfileReference profile,
        Long warmUpFrames,
        PictureSettings picture,
        List<Model> earlierModels) {

    /**
     * A network that was used.
     *
     * @param sha256 of its weights with its graph: the ONNX file
     * @param scale in each direction
     * @param licence of its weights
     */
    public record Model(String name, Sha256 sha256, int scale, String licence) {}

    /**
     * How many chunks the film has.
     *
     * @param resumed found done, by an earlier command or for another film
     */
    public record Chunks(int total, int resumed) {}
}
