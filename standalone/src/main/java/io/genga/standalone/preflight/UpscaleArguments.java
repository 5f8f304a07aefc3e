package io.genga.standalone.preflight;

import io.genga.standalone.data.DataDirectory;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user said, unchecked.
 *
 * @param models names of networks, or paths of ONNX files, in the order in which they run; null where not given
 * @param profile name of a profile, or path of a YAML file; null where not given
 * @param encoder null where not given
 * @param crf null where not given
 * @param preset null where not given
 * @param bitDepth null where not given
 * @param reuse by its name; null where not given
 * @param video null where not given
 * @param allowLoss what may be lost, by name
 * @param interlaced by its name; null where not given
 * @param report null where not given
 * @param colourMatch null where not given
 * @param tune null where not given
 * @param warmUp null where not given
 * @param nativeHeight null where not given
 * @param height null where not given
 * @param strength null where not given
 */
public record UpscaleArguments(
        Path input,
        Path output,
        boolean fragmented,
        boolean force,
        List<String> models,
        String profile,
        String encoder,
        Integer crf,
        String preset,
        Integer bitDepth,
        String reuse,
        Integer video,
        List<String> allowLoss,
        String interlaced,
        boolean salvage,
        DataDirectory dataDirectory,
        Path report,
        boolean timings,
        Boolean colourMatch,
        String tune,
        Integer warmUp,
        Integer nativeHeight,
        Integer height,
        Integer strength) {}
