package org.lowland.jmol.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jmol.api.JmolCallbackListener;
import org.jmol.api.JmolStatusListener;
import org.jmol.c.CBK;

/**
 * Stands between a viewer and the listener that it had, which hears all that it heard before. It is a proxy, because the
 * interface has other methods in other releases of Jmol.
 */
final class SessionListener implements InvocationHandler {
    private static final String VERB = "lowland";

    /** After these the minimizer may be gone from its place. */
    private static final Set<CBK> HEARD = EnumSet.of(CBK.LOADSTRUCT, CBK.SCRIPT, CBK.SYNC);

    private final JmolSession session;
    private final JmolCallbackListener inner;
    private final JmolStatusListener proxy;

    SessionListener(JmolSession session, JmolCallbackListener inner) {
        this.session = session;
        this.inner = inner;
        this.proxy = (JmolStatusListener) Proxy.newProxyInstance(
                SessionListener.class.getClassLoader(), new Class<?>[] {JmolStatusListener.class}, this);
    }

    static Optional<JmolSession> sessionOf(Object listener) {
        return listener != null
                        && Proxy.isProxyClass(listener.getClass())
                        && Proxy.getInvocationHandler(listener) instanceof SessionListener handler
                ? Optional.of(handler.session)
                : Optional.empty();
    }

    JmolStatusListener proxy() {
        return proxy;
    }

    /** Gives the viewer its listener back, unless it has got another one meanwhile. */
    void close() {
        if (session.viewer().sm.cbl == proxy) {
            session.viewer().sm.cbl = inner;
        }
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "hashCode":
                return System.identityHashCode(self);
            case "equals":
                return self == arguments[0];
            case "toString":
                return "the listener of " + session;
            case "notifyEnabled":
                return HEARD.contains((CBK) arguments[0]) || isHeardInside((CBK) arguments[0]);
            case "notifyCallback":
                if (HEARD.contains((CBK) arguments[0])) {
                    session.heard((CBK) arguments[0], (Object[]) arguments[1]);
                }
                return isHeardInside((CBK) arguments[0]) ? forward(method, arguments) : null;
            case "eval":
                Optional<String> answer = answer((String) arguments[0]);
                return answer.isPresent() ? answer.get() : forward(method, arguments);
            default:
                return forward(method, arguments);
        }
    }

    private Optional<String> answer(String script) {
        String[] words = unquoted(script.strip()).split("\\s+", 2);
        return words[0].equals(VERB) ? session.answer(words.length == 1 ? "" : words[1]) : Optional.empty();
    }

    /** Jmol hands on the single quotes of {@code javascript 'lowland ...'}, though not double ones. */
    private static String unquoted(String script) {
        boolean quoted = script.length() > 1 && script.startsWith("'") && script.endsWith("'");
        return quoted ? script.substring(1, script.length() - 1).strip() : script;
    }

    private boolean isHeardInside(CBK event) {
        return inner != null && inner.notifyEnabled(event);
    }

    private Object forward(Method method, Object[] arguments) throws Throwable {
        if (!method.getDeclaringClass().isInstance(inner)) {
            return method.getReturnType() == boolean.class ? false : null;
        }
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
