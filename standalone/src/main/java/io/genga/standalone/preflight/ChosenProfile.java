package io.genga.standalone.preflight;

import io.genga.contracts.profile.Profile;
import io.genga.contracts.request.ProfileReference;

/**
 * The profile that a user named.
 *
 * @param reference as it is recorded; null where none was named
 */
record ChosenProfile(Profile profile, ProfileReference reference) {

    static ChosenProfile builtIn(Profile profile) {
        return new ChosenProfile(profile, profile.reference());
    }
}
