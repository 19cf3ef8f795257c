package org.lowland.jmol.verb;

/** One verb with its options, filled by the parser of the line. */
interface Verb {

    /**
     * Does it.
     *
     * @param scene where
     * @return what there is to know afterwards
     * @throws org.lowland.api.LowlandException for what the user can mend
     */
    Answer run(Scene scene);
}
