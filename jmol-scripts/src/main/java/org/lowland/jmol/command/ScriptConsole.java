package org.lowland.jmol.command;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jmol.api.JmolStatusListener;
import org.jmol.c.CBK;

/**
 * What Jmol would show in its console, written to a stream as it comes. The listener is made for whatever methods the
 * Jmol at hand declares: they differ between versions.
 */
final class ScriptConsole {
    private final PrintWriter out;

    private ScriptConsole(PrintWriter out) {
        this.out = out;
    }

    /**
     * Makes a listener that writes.
     *
     * @param out where the console's lines go
     * @return a listener for a viewer
     */
    static JmolStatusListener to(PrintWriter out) {
        ScriptConsole console = new ScriptConsole(out);
        return (JmolStatusListener) Proxy.newProxyInstance(
                ScriptConsole.class.getClassLoader(), new Class<?>[] {JmolStatusListener.class}, console::answer);
    }

    private Object answer(Object proxy, Method method, Object... arguments) {
        return switch (method.getName()) {
            case "notifyEnabled" ->
                arguments[0] == CBK.ECHO || arguments[0] == CBK.SCRIPT || arguments[0] == CBK.MINIMIZATION;
            case "notifyCallback" -> {
                heard((CBK) arguments[0], (Object[]) arguments[1]);
                yield null;
            }
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "console of a script";
            default -> null;
        };
    }

    /** Echoes carry their text first; of the script's state only messages while it runs are for the reader. */
    private void heard(CBK kind, Object... data) {
        if (data == null || data.length < 2 || data[1] == null) {
            return;
        }
        boolean message = data.length > 3 && Integer.valueOf(0).equals(data[3]);
        if (kind == CBK.ECHO || kind == CBK.SCRIPT && message) {
            String text = data[1].toString();
            if (!text.startsWith("script ERROR")) {
                out.println(text.stripTrailing());
                out.flush();
            }
        }
    }
}
