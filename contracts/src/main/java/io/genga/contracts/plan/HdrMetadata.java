package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What a film in high dynamic range tells displays, from its beginning to its end.
 *
 * @param masteringDisplay null where it does not say
 * @param contentLight null where it does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HdrMetadata(MasteringDisplay masteringDisplay, ContentLight contentLight) {

    public Optional<MasteringDisplay> optionalMasteringDisplay() {
        return Optional.ofNullable(masteringDisplay);
    }

    public Optional<ContentLight> optionalContentLight() {
        return Optional.ofNullable(contentLight);
    }
}
