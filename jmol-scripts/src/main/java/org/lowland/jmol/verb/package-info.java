/**
 * The script verb: {@code x = javascript("lowland energy")} in Jmol does to the model at hand what the command line does to
 * files.
 *
 * <p>{@link org.lowland.jmol.verb.LowlandVerb} takes a line apart and hands it to one {@link org.lowland.jmol.verb.Verb},
 * which has the options of the command of the same name and gives an {@link org.lowland.jmol.verb.Answer} with the fields
 * of its {@code --json}. A script gets the answer as text in JSON, since Jmol hands on nothing else, and as the associative
 * array {@code lowlandResult}. What goes wrong is said in Jmol's console and in the answer's field {@code error}; the script
 * goes on.
 */
package org.lowland.jmol.verb;
