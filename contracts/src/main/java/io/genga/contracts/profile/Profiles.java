package io.genga.contracts.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The profiles that are built in, and the reading of others. */
public final class Profiles {

    /** In the order in which people are shown them. */
    public static final List<Profile> BUILT_IN =
            List.of(builtIn("archive"), builtIn("master"), builtIn("web"), builtIn("preview"));

    private Profiles() {}

    /**
     * @param name null for {@link Profile#DEFAULT}
     * @throws IllegalArgumentException with the names that there are, where this is none of them
     */
    public static Profile named(String name) {
        if (name == null) {
            return Profile.DEFAULT;
        }
        return BUILT_IN.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no profile '" + name + "': choose one of "
                        + String.join(", ", BUILT_IN.stream().map(Profile::name).toList())));
    }

    /**
     * @param origin of the text, for messages
     * @throws IllegalArgumentException where it is no profile; unknown fields are refused, since they may be misspelt
     */
    public static Profile read(byte[] yaml, String origin) {
        YAMLMapper mapper = new YAMLMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            return mapper.readValue(yaml, Profile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(origin + " is no profile: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it is empty");
    }

    private static Profile builtIn(String name) {
        String file = name + ".yaml";
        try (InputStream yaml = Profiles.class.getResourceAsStream(file)) {
            return read(yaml.readAllBytes(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
