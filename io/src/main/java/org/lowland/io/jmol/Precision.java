package org.lowland.io.jmol;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jmol.api.SymmetryInterface;
import org.jmol.modelset.Atom;
import org.jmol.viewer.Viewer;

/**
 * The one place that knows whether the running Jmol keeps numbers as {@code float} or as {@code double}: no class of
 * points and no method with such numbers is linked anywhere else. Stateless.
 */
public final class Precision {
    private static final int MOST_DECIMALS = 6;
    private static final Field[] COORDINATES = {field("x"), field("y"), field("z")};
    private static final boolean DOUBLE = COORDINATES[0].getType() == double.class;
    private static final Method SET_NUMBER =
            method(Viewer.class, "setFloatProperty", String.class, DOUBLE ? double.class : float.class);

    private Precision() {}

    /** {@return whether Jmol keeps coordinates as {@code double}} */
    public static boolean isDouble() {
        return DOUBLE;
    }

    /**
     * What Jmol makes of a number when it keeps it.
     *
     * @param value any number
     * @return the number itself, or the nearest {@code float}
     */
    public static double stored(double value) {
        return DOUBLE ? value : (float) value;
    }

    /**
     * The decimal number that a {@code float} of Jmol stands for: 0.02 for what became of a script's or a file's 0.02.
     * Jmol reads numbers by a routine of its own, which may miss the nearest {@code float} by one.
     *
     * @param value a number that was typed
     * @return the number with up to six decimals that is as near as that, or else the shortest that becomes it
     */
    public static double typed(double value) {
        if (DOUBLE) {
            return value;
        }
        double scale = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double rounded = Math.rint(value * scale) / scale;
            if (Math.abs(rounded - value) < 1.5 * Math.ulp((float) value)) {
                return rounded;
            }
            scale *= 10;
        }
        return Double.parseDouble(Float.toString((float) value));
    }

    /**
     * Reads where an atom is.
     *
     * @param atom the atom
     * @param target takes x, y and z in Å
     * @param offset where in the target
     */
    public static void read(Atom atom, double[] target, int offset) {
        try {
            for (int axis = 0; axis < 3; axis++) {
                target[offset + axis] = COORDINATES[axis].getDouble(atom);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads where the file has an atom, see {@link #typed}.
     *
     * @param atom the atom
     * @param target takes x, y and z in Å
     * @param offset where in the target
     */
    static void readTyped(Atom atom, double[] target, int offset) {
        read(atom, target, offset);
        for (int axis = 0; axis < 3; axis++) {
            target[offset + axis] = typed(target[offset + axis]);
        }
    }

    /**
     * Puts an atom somewhere, and does nothing else: no measurement, no listener and no picture is told.
     *
     * @param atom the atom
     * @param source x, y and z in Å
     * @param offset where in the source
     */
    public static void write(Atom atom, double[] source, int offset) {
        try {
            for (int axis = 0; axis < 3; axis++) {
                if (DOUBLE) {
                    COORDINATES[axis].setDouble(atom, source[offset + axis]);
                } else {
                    COORDINATES[axis].setFloat(atom, (float) source[offset + axis]);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sets a variable of Jmol to a number.
     *
     * @param viewer whose variable
     * @param name of the variable
     * @param value the number
     */
    public static void set(Viewer viewer, String name, double value) {
        call(viewer, SET_NUMBER, name, DOUBLE ? (Object) value : (Object) (float) value);
    }

    /** The origin of a unit cell and its three vectors in Å, twelve numbers. */
    static double[] vectors(SymmetryInterface cell) {
        Object points = call(cell, method(cell.getClass(), "getUnitCellVectors"));
        double[] numbers = new double[12];
        for (int point = 0; point < 4; point++) {
            Object of = Array.get(points, point);
            for (int axis = 0; axis < 3; axis++) {
                numbers[3 * point + axis] = typed(component(of, "xyz".substring(axis, axis + 1)));
            }
        }
        return numbers;
    }

    private static double component(Object point, String name) {
        try {
            return ((Number) point.getClass().getField(name).get(point)).doubleValue();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Field field(String name) {
        try {
            return Atom.class.getField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return owner.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
