package io.genga.upscaling.catalogue;

/** The type of a tensor's numbers. */
public enum ElementType {
    /** IEEE 754 binary32. */
    FLOAT32("float32");

    private final String spelling;

    ElementType(String spelling) {
        this.spelling = spelling;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
