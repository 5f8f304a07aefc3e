package io.genga.media.verify;

/**
 * One thing that was compared.
 *
 * @param name of the check, for example {@code order}
 * @param finding what was found, in one sentence with its figures
 */
public record Check(String name, boolean passed, String finding) {

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
