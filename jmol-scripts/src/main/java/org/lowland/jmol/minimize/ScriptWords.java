package org.lowland.jmol.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jmol.script.ScriptEval;
import org.jmol.script.T;
import org.jmol.viewer.Viewer;

/**
 * The words of the {@code minimize} command that a script is at, for what Jmol does not hand on. Words are compared as
 * text: the numbers that Jmol gives to them differ between its releases.
 *
 * @param command whether a script is at such a command
 * @param words in lower case, without the command
 */
record ScriptWords(boolean command, List<String> words) {

    static ScriptWords of(Viewer viewer) {
        List<String> words = new ArrayList<>();
        if (viewer.eval instanceof ScriptEval script && script.st != null) {
            for (T token : script.st) {
                if (token != null) {
                    words.add(String.valueOf(token.value).toLowerCase(Locale.ROOT));
                }
            }
        }
        boolean minimize = !words.isEmpty() && words.get(0).equals("minimize");
        return new ScriptWords(minimize, minimize ? List.copyOf(words.subList(1, words.size())) : List.of());
    }

    /** Whether the command says which atoms it is about, or no script is at such a command: then others have said it. */
    boolean selects() {
        return !command || words.contains("select") || leavesOut();
    }

    /** Whether the unselected atoms are to be left out: {@code ONLY}, or atoms given without {@code SELECT}. */
    boolean leavesOut() {
        long expressions = words.stream()
                .filter(word -> word.equals("expressionbegin") || word.startsWith("({"))
                .count();
        long others = words.stream()
                .filter(word -> word.equals("select") || word.equals("fix") || word.equals("fixed"))
                .count();
        return words.contains("only") || expressions > others;
    }

    /** Whether this is {@code minimize CLEAR}. */
    boolean isClear() {
        return !words.isEmpty() && words.get(0).equals("clear");
    }
}
