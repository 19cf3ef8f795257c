package org.lowland.io.jmol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jmol.util.Logger;
import org.lowland.io.format.crystal.SpaceGroupTable;

/**
 * The space groups as Jmol has them in its tables, by name and by symbol of Hall. Loads without Jmol. Only what is in the
 * tables counts as a name: Jmol makes something of many words that are no space groups. Jmol's tables are static and made when
 * first needed, so that one call comes after the other.
 */
public final class JmolSpaceGroups implements SpaceGroupTable {
    private static final Pattern NUMBER = Pattern.compile("#([1-9]\\d{0,2})");

    /** Releases 14 have P 4 for the first and another origin than the International Tables for the second. */
    private static final Map<String, Setting> MENDED = new HashMap<>();

    static {
        MENDED.put("P42", new Setting(77, List.of("x,y,z", "-y,x,z+1/2", "-x,-y,z", "y,-x,z+1/2")));
        MENDED.put(
                "P3221",
                new Setting(
                        154,
                        List.of(
                                "x,y,z",
                                "-y,x-y,z+2/3",
                                "-x+y,-x,z+1/3",
                                "y,x,-z",
                                "x-y,-y,-z+1/3",
                                "-x,-x+y,-z+2/3")));
        MENDED.put("77", MENDED.get("P42"));
        MENDED.put("154", MENDED.get("P3221"));
    }

    @Override
    public boolean isThere() {
        return JmolFormats.isThere();
    }

    @Override
    public Optional<Setting> named(String symbol) {
        Setting mended = MENDED.get(symbol.replace(" ", ""));
        return mended == null ? quietly(symbol).filter(setting -> setting.number() > 0) : Optional.of(mended);
    }

    @Override
    public Optional<Setting> hall(String hall) {
        return quietly(hall);
    }

    private static Optional<Setting> quietly(String symbol) {
        synchronized (JmolSpaceGroups.class) {
            int level = Logger.getLogLevel();
            Logger.setLogLevel(Logger.LEVEL_FATAL);
            try {
                return read(symbol);
            } catch (InvocationTargetException e) {
                // Jmol takes what is not in its tables for a symbol of Hall and fails over words that are none
                return Optional.empty();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } finally {
                Logger.setLogLevel(level);
            }
        }
    }

    private static Optional<Setting> read(String symbol) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.jmol.symmetry.SpaceGroup");
        Object group = method(type, "createSpaceGroup", int.class, String.class, Object.class, int.class)
                .invoke(null, -1, symbol, null, 0);
        if (group == null) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(String.valueOf(method(type, "getName").invoke(group)));
        finish(type, group);
        int count = (Integer) method(type, "getOperationCount").invoke(group);
        List<String> operations = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            operations.add(
                    (String) method(type, "getXyz", int.class, boolean.class).invoke(group, k, true));
        }
        return Optional.of(new Setting(number.find() ? Integer.parseInt(number.group(1)) : 0, operations));
    }

    /** Has releases up to 14.31 make their final operations, without atoms; later ones have them already. */
    private static void finish(Class<?> type, Object group) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("setFinalOperations") && method.getParameterCount() == 4) {
                method.setAccessible(true);
                method.invoke(group, null, 0, 0, false);
            }
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
