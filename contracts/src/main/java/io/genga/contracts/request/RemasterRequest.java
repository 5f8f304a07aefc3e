package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be done to a video, with every default filled in.
 *
 * @param outputName file name of the result, without folders
 * @param pool the class of workers that upscales it
 * @param bitDepth of the result's samples: 8, 10 or 12; null for the source's
 * @param reuse of held drawings
 * @param selection of the source's streams; null for {@link SourceSelection#EVERYTHING}
 * @param profile that the settings came from; null where none was named
 * @param colourMatch true where areas of the result are to get the colours that they have in the source; else null
 * @param warmUp frames around each chunk that a network which remembers is run on, 0 to {@value #MOST_WARM_UP}; null for as many as its manifest
 *     says. Without effect on other networks
 * @param picture what is done to pictures besides; null for nothing
 * @param earlier networks that run before {@code network}, in their order, each on what the one before has made
 */
public record RemasterRequest(
        NetworkReference network,
        EncoderSettings encoder,
        OutputContainer container,
        String outputName,
        PoolName pool,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer bitDepth,
        DrawingReuse reuse,
        @JsonInclude(JsonInclude.Include.NON_NULL) SourceSelection selection,
        @JsonInclude(JsonInclude.Include.NON_NULL) ProfileReference profile,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean colourMatch,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer warmUp,
        @JsonInclude(JsonInclude.Include.NON_NULL) PictureSettings picture,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NetworkReference> earlier) {

    /** More would take longer than the film. */
    public static final int MOST_WARM_UP = 1000;

    /** Of networks that run one after another. */
    public static final int MOST_NETWORKS = 8;

    private static final Pattern FORBIDDEN_IN_NAMES = Pattern.compile("[/\\\\\\p{Cntrl}]");
    private static final int LONGEST_NAME = 200;
    private static final Set<Integer> BIT_DEPTHS = new TreeSet<>(Set.of(8, 10, 12));

    public RemasterRequest {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(pool, "pool");
        reuse = reuse == null ? DrawingReuse.DEFAULT : reuse; // requests of older releases lack it
        selection = SourceSelection.EVERYTHING.equals(selection) ? null : selection;
        colourMatch = Boolean.TRUE.equals(colourMatch) ? true : null;
        picture = picture == null ? null : picture.effective();
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
        requireFileName(outputName);
        if (earlier.size() >= MOST_NETWORKS) {
            throw new IllegalArgumentException((earlier.size() + 1) + " networks, one after another, are more than "
                    + MOST_NETWORKS + ": leave some out");
        }
        if (warmUp != null && (warmUp < 0 || warmUp > MOST_WARM_UP)) {
            throw new IllegalArgumentException(
                    "a warm-up of " + warmUp + " frames must be one of 0 to " + MOST_WARM_UP);
        }
        if (!encoder.containers().contains(container)) {
            throw new IllegalArgumentException("a ." + container.extension() + " file cannot hold what "
                    + encoder.encoderName() + " writes: name an output that ends in .mkv, or choose another encoder");
        }
        if (bitDepth != null && !BIT_DEPTHS.contains(bitDepth)) {
            throw new IllegalArgumentException("bit depth " + bitDepth + " must be one of " + BIT_DEPTHS);
        }
    }

    /** With one network, pictures as it makes them, and as much warm-up as it wants. */
    public RemasterRequest(
            NetworkReference network,
            EncoderSettings encoder,
            OutputContainer container,
            String outputName,
            PoolName pool,
            Integer bitDepth,
            DrawingReuse reuse,
            SourceSelection selection,
            ProfileReference profile,
            Boolean colourMatch) {
        this(
                network,
                encoder,
                container,
                outputName,
                pool,
                bitDepth,
                reuse,
                selection,
                profile,
                colourMatch,
                null,
                null,
                List.of());
    }

    /** Of no profile; the result keeps the colours that the network gives it. */
    public RemasterRequest(
            NetworkReference network,
            EncoderSettings encoder,
            OutputContainer container,
            String outputName,
            PoolName pool,
            Integer bitDepth,
            DrawingReuse reuse,
            SourceSelection selection) {
        this(network, encoder, container, outputName, pool, bitDepth, reuse, selection, null, null);
    }

    /** With as many bits as the source has, the default reuse, and all streams. */
    public RemasterRequest(
            NetworkReference network,
            EncoderSettings encoder,
            OutputContainer container,
            String outputName,
            PoolName pool) {
        this(network, encoder, container, outputName, pool, null, DrawingReuse.DEFAULT, null);
    }

    /** Of the source's streams. */
    public SourceSelection sourceSelection() {
        return selection == null ? SourceSelection.EVERYTHING : selection;
    }

    /** All, in the order in which they run. */
    public List<NetworkReference> networks() {
        return Stream.concat(earlier.stream(), Stream.of(network)).toList();
    }

    /** Of all networks, for people. */
    public String networkNames() {
        return networks().stream().map(NetworkReference::name).collect(Collectors.joining(", "));
    }

    /** Of the result's pictures. */
    public PictureSettings pictureSettings() {
        return picture == null ? PictureSettings.NONE : picture;
    }

    /** The same text for the same request: part of the id of a job that a person starts from a file. */
    public String normalised() {
        return new String(ContractJson.write(this), StandardCharsets.UTF_8);
    }

    private static void requireFileName(String name) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.startsWith(".")
                || FORBIDDEN_IN_NAMES.matcher(name).find()) {
            throw new IllegalArgumentException("output name '" + name + "' must be a plain file name of at most "
                    + LONGEST_NAME + " characters, without folders");
        }
    }
}
