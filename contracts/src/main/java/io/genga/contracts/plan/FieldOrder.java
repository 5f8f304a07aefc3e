package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the two fields of an interlaced picture is shown first. */
public enum FieldOrder {
    /** That of lines 0, 2, 4 and so on. */
    @JsonProperty("top-first")
    TOP_FIRST("top field first"),
    @JsonProperty("bottom-first")
    BOTTOM_FIRST("bottom field first");

    private final String label;

    FieldOrder(String label) {
        this.label = label;
    }

    /** As it stands in a sentence. */
    public String label() {
        return label;
    }
}
