package io.genga.media.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing that was compared.
 *
 * @param name of the check, for example {@code order}
 * @param finding what was found, in one sentence with its figures
 */
public record Check(String name, boolean passed, String finding) {

    /** Before the number of a stream. */
    private static final String NUMBER = " #";

    /** The name without the number of a stream, for example {@code audio}. */
    @JsonIgnore
    public String kind() {
        return name.split(NUMBER, 2)[0];
    }

    /** For example {@code order: frame 24 (1.000 s) shows frame 23}. */
    @JsonIgnore
    public String sentence() {
        return name + ": " + finding;
    }

    static Check passed(String name, String finding) {
        return new Check(name, true, finding);
    }

    static Check failed(String name, String finding) {
        return new Check(name, false, finding);
    }

    static Check of(String name, boolean passed, String finding) {
        return new Check(name, passed, finding);
    }
}
