package org.lowland.jmol.session;

import java.util.Optional;

/**
 * Answers {@code x = javascript("lowland ...")} in Jmol's scripts. Implementations are found by
 * {@link java.util.ServiceLoader}; the first that has an answer gives it.
 */
public interface ScriptVerb {

    /**
     * Does what a line asks for. Called from the thread of the script.
     *
     * @param session the session of the viewer whose script it is
     * @param line what was typed after {@code lowland}
     * @return the value of the expression as Jmol reads it from text; empty when this does not know the verb
     */
    Optional<String> run(JmolSession session, String line);
}
