package org.lowland.potential.distill;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why something has no place in the frames. */
enum Dropped {
    /** No first structure can be built, or the teacher does not take it. */
    @JsonProperty("no structure")
    UNBUILT("molecules without a structure"),
    /** Two atoms almost in one place. */
    @JsonProperty("fused")
    FUSED("frames with atoms almost in one place"),
    /** Larger forces than the recipe wants. */
    @JsonProperty("force")
    FORCE("frames with too large a force"),
    /** The teacher's networks disagree more than the recipe wants. */
    @JsonProperty("spread")
    SPREAD("frames of which the teacher is not sure");

    private final String text;

    Dropped(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
