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
    SPREAD("frames of which the teacher is not sure"),
    /** The committee agrees on it, or more on it than on others of the same molecule. */
    @JsonProperty("agreed")
    AGREED("structures that the committee agrees on"),
    /** The committee disagrees so much that the structure is no sensible one. */
    @JsonProperty("absurd")
    ABSURD("structures that the committee makes nothing of");

    private final String text;

    Dropped(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
