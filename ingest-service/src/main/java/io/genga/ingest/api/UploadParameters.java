package io.genga.ingest.api;

import io.genga.ingest.submission.RemasterOptions;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;

/** What accompanies an uploaded video, in the query of the request. */
public class UploadParameters {

    /** File name of the video; required. */
    @QueryParam("name")
    String name;

    @QueryParam("profile")
    String profile;

    /** Repeated or with commas between, where several networks run one after another. */
    @QueryParam("model")
    List<String> model;

    @QueryParam("encoder")
    String encoder;

    @QueryParam("crf")
    Integer crf;

    @QueryParam("preset")
    String preset;

    @QueryParam("bitDepth")
    Integer bitDepth;

    @QueryParam("container")
    String container;

    @QueryParam("pool")
    String pool;

    @QueryParam("reuse")
    String reuse;

    @QueryParam("video")
    Integer video;

    /** Repeated, or not at all. */
    @QueryParam("allowLoss")
    List<String> allowLoss;

    @QueryParam("interlaced")
    String interlaced;

    @QueryParam("salvage")
    Boolean salvage;

    @QueryParam("colourMatch")
    Boolean colourMatch;

    @QueryParam("tune")
    String tune;

    @QueryParam("warmUp")
    Integer warmUp;

    @QueryParam("nativeHeight")
    Integer nativeHeight;

    @QueryParam("height")
    Integer height;

    @QueryParam("strength")
    Integer strength;

    RemasterOptions options() {
        return new RemasterOptions(
                profile,
                names(model),
                encoder,
                crf,
                preset,
                bitDepth,
                container,
                pool,
                reuse,
                video,
                allowLoss,
                interlaced,
                salvage,
                colourMatch,
                tune,
                warmUp,
                nativeHeight,
                height,
                strength);
    }

    private static List<String> names(List<String> values) {
        return values.stream().flatMap(value -> Stream.of(value.split(","))).toList();
    }
}
