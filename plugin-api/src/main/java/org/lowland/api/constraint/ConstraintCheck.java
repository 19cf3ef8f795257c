package org.lowland.api.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lowland.api.InputException;
import org.lowland.api.coordinate.Primitive;

/**
 * Refuses constraints that a structure cannot take, with the reason: those that contradict each other, those that hold
 * anyway, and those that have no meaning in it.
 */
public final class ConstraintCheck {
    /** A sine below which three atoms count as lying on a line: 0.06 degrees. */
    private static final double LINEAR = 1e-3;

    /** A gradient of which less than this fraction is independent of the others is not independent at all. */
    private static final double DEPENDENT = 1e-5;

    private final List<Constraint> constraints;
    private final double[] positions;
    private final boolean[] fixed;

    private ConstraintCheck(List<Constraint> constraints, double[] positions, boolean[] fixed) {
        this.constraints = constraints;
        this.positions = positions;
        this.fixed = fixed;
    }

    /**
     * Checks constraints against a structure, and gives those without a target the value that the structure has.
     *
     * @param constraints what is asked for
     * @param positions 3N coordinates in Å
     * @param fixed N flags, true for an atom that must not move
     * @return the same constraints in the same order, each with a target
     * @throws InputException naming the constraint and the reason: an atom that does not exist; a coordinate asked for
     *     twice; only fixed atoms; atoms on a line for an angle or a torsion; distances that violate the triangle
     *     inequality; one that depends on the others, so that it is redundant or contradicts them
     */
    public static List<Constraint> resolve(List<Constraint> constraints, double[] positions, boolean[] fixed) {
        if (constraints.isEmpty()) {
            return List.of();
        }
        return new ConstraintCheck(constraints, positions, fixed).resolve();
    }

    private List<Constraint> resolve() {
        List<Constraint> resolved = new ArrayList<>();
        for (Constraint constraint : constraints) {
            requireAtoms(constraint);
            requireDefined(constraint);
            double value = value(constraint);
            Constraint definite = constraint.target().isPresent()
                    ? constraint
                    : new Constraint(constraint.kind(), constraint.atoms(), OptionalDouble.of(value));
            requireFreeAtom(constraint, value);
            requireDifferent(definite, resolved);
            resolved.add(definite);
        }
        TriangleCheck.require(resolved);
        requireIndependent(resolved);
        return List.copyOf(resolved);
    }

    private double value(Constraint constraint) {
        return constraint.coordinate().value(positions) / constraint.kind().scale();
    }

    private void requireAtoms(Constraint constraint) {
        for (int atom : constraint.atoms()) {
            if (atom >= fixed.length) {
                throw refused(constraint, "there is no atom " + (atom + 1) + "; the structure has " + fixed.length);
            }
        }
    }

    private void requireDefined(Constraint constraint) {
        List<Integer> atoms = constraint.atoms();
        for (int k = 0; k + 1 < atoms.size(); k++) {
            if (between(atoms.get(k), atoms.get(k + 1)) == 0) {
                throw refused(
                        constraint,
                        "atoms " + (atoms.get(k) + 1) + " and " + (atoms.get(k + 1) + 1) + " are at the same place");
            }
        }
        for (int k = 0; k + 2 < atoms.size(); k++) {
            if (isLinear(atoms.get(k), atoms.get(k + 1), atoms.get(k + 2))) {
                String which = "atoms " + (atoms.get(k) + 1) + ", " + (atoms.get(k + 1) + 1) + " and "
                        + (atoms.get(k + 2) + 1) + " lie on a line, ";
                throw refused(
                        constraint,
                        constraint.kind() == Constraint.Kind.TORSION
                                ? which + "so that the torsion has no meaning; choose other atoms"
                                : which + "so that it is open to which side the angle bends; bend it a little, or fix"
                                        + " the atoms to hold the line");
            }
        }
    }

    private double between(int i, int j) {
        double x = positions[3 * i] - positions[3 * j];
        double y = positions[3 * i + 1] - positions[3 * j + 1];
        double z = positions[3 * i + 2] - positions[3 * j + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private boolean isLinear(int i, int j, int k) {
        double angle = Constraint.angle(i, j, k).coordinate().value(positions);
        return Math.sin(angle) < LINEAR;
    }

    private void requireFreeAtom(Constraint constraint, double value) {
        if (constraint.atoms().stream().allMatch(atom -> fixed[atom])) {
            double missing = constraint.target().isEmpty()
                    ? 0
                    : constraint
                            .coordinate()
                            .difference(
                                    constraint.target().getAsDouble()
                                            * constraint.kind().scale(),
                                    value * constraint.kind().scale());
            throw refused(
                    constraint,
                    Math.abs(missing) < 1e-6
                            ? "all its atoms are fixed, so that it holds anyway; leave it out"
                            : String.format(
                                    Locale.ROOT, "all its atoms are fixed, and it is %.4f there; free one", value));
        }
    }

    private static void requireDifferent(Constraint constraint, List<Constraint> before) {
        for (Constraint other : before) {
            if (constraint.sameCoordinate(other)) {
                boolean same = Math.abs(constraint.target().orElseThrow()
                                - other.target().orElseThrow())
                        < 1e-6;
                throw refused(
                        constraint,
                        same
                                ? "it is given twice; leave one out"
                                : "it contradicts '" + other + "', which is of the same atoms");
            }
        }
    }

    /** Gram-Schmidt on the gradients; the first that adds nothing is named with those that it is made of. */
    private void requireIndependent(List<Constraint> resolved) {
        List<Primitive> coordinates =
                resolved.stream().map(Constraint::coordinate).toList();
        ConstraintJacobian jacobian =
                new ConstraintJacobian(coordinates, new double[resolved.size()], fixed, positions);
        List<double[]> basis = new ArrayList<>();
        for (int row = 0; row < resolved.size(); row++) {
            double[] rest = jacobian.row(row, positions.length);
            double whole = norm(rest);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] direction : basis) {
                    add(rest, -dot(rest, direction), direction);
                }
            }
            double left = norm(rest);
            if (!(left > DEPENDENT * whole)) {
                throw dependent(resolved, row, jacobian);
            }
            double[] direction = new double[rest.length];
            add(direction, 1 / left, rest);
            basis.add(direction);
        }
    }

    private InputException dependent(List<Constraint> resolved, int row, ConstraintJacobian jacobian) {
        List<String> others = new ArrayList<>();
        double[] gradient = jacobian.row(row, positions.length);
        for (int other = 0; other < row; other++) {
            if (sharesFreeAtom(resolved.get(other), resolved.get(row)) || jacobian.dot(other, gradient) != 0) {
                others.add("'" + resolved.get(other) + "'");
            }
        }
        return refused(
                resolved.get(row),
                others.isEmpty()
                        ? "no free atom can change it; leave it out"
                        : "it depends on " + String.join(", ", others)
                                + ", which hold it already or contradict it; leave one out");
    }

    private boolean sharesFreeAtom(Constraint one, Constraint other) {
        return one.atoms().stream()
                .anyMatch(atom -> !fixed[atom] && other.atoms().contains(atom));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int k = 0; k < a.length; k++) {
            a[k] += factor * b[k];
        }
    }

    private static InputException refused(Constraint constraint, String why) {
        return new InputException("The constraint '" + constraint + "' cannot be held: " + why);
    }
}
