package org.lowland.api.topology;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Direction;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Rotation;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.coordinate.Translation;
import org.lowland.api.system.AtomicSystem;

/** Chooses the internal coordinates of a system: confined to one thread, used once. */
final class CoordinateBuilder {
    /** From this angle on, three atoms count as on a line. */
    static final double LINEAR = Math.toRadians(165);

    /** A centre whose three angles sum to less than a full turn by at most this is flat. */
    private static final double FLAT = Math.toRadians(12);

    private final AtomicSystem system;
    private final double[] positions;
    private final BondGraph graph;
    private final Set<Primitive> chosen = new LinkedHashSet<>();

    CoordinateBuilder(AtomicSystem system) {
        this.system = system;
        this.positions = system.positions();
        this.graph = BondGraph.of(system);
    }

    List<Primitive> build() {
        for (int atom = 0; atom < graph.size(); atom++) {
            for (int neighbour : graph.neighbours(atom)) {
                if (atom < neighbour) {
                    add(new Distance(atom, neighbour));
                }
            }
        }
        for (int centre = 0; centre < graph.size(); centre++) {
            addBends(centre);
        }
        for (int atom = 0; atom < graph.size(); atom++) {
            for (int neighbour : graph.neighbours(atom)) {
                if (atom < neighbour) {
                    addTorsions(atom, neighbour);
                }
            }
        }
        system.constraints().forEach(constraint -> add(constraint.coordinate()));
        List<int[]> fragments = graph.fragments();
        if (fragments.size() > 1) {
            fragments.forEach(this::addFragment);
        }
        return List.copyOf(chosen);
    }

    /** Coordinates among atoms that cannot move say nothing. */
    private void add(Primitive primitive) {
        for (int atom : primitive.atoms()) {
            if (!system.isFixed(atom)) {
                chosen.add(primitive);
                return;
            }
        }
    }

    private double angle(int first, int centre, int second) {
        return new Angle(first, centre, second).value(positions);
    }

    private boolean isLinear(int first, int centre, int second) {
        return angle(first, centre, second) > LINEAR;
    }

    private void addBends(int centre) {
        int[] bonded = graph.neighbours(centre);
        for (int a = 0; a < bonded.length; a++) {
            for (int b = a + 1; b < bonded.length; b++) {
                if (isLinear(bonded[a], centre, bonded[b])) {
                    for (LinearBend bend : LinearBend.pair(bonded[a], centre, bonded[b], positions)) {
                        add(bend);
                    }
                } else {
                    add(new Angle(bonded[a], centre, bonded[b]));
                }
            }
        }
        if (bonded.length == 3) {
            double sum = angle(bonded[0], centre, bonded[1])
                    + angle(bonded[1], centre, bonded[2])
                    + angle(bonded[2], centre, bonded[0]);
            if (2 * Math.PI - sum < FLAT) {
                add(new OutOfPlane(centre, bonded[0], bonded[1], bonded[2]));
            }
        }
    }

    /** The torsions about a bond; where it belongs to a straight chain, those about the whole chain. */
    private void addTorsions(int begin, int end) {
        int[] left = chainEnd(end, begin);
        int[] right = chainEnd(begin, end);
        for (int first : graph.neighbours(left[1])) {
            for (int fourth : graph.neighbours(right[1])) {
                boolean proper = first != left[0]
                        && fourth != right[0]
                        && first != fourth
                        && first != right[1]
                        && fourth != left[1];
                if (proper && !isLinear(first, left[1], right[1]) && !isLinear(left[1], right[1], fourth)) {
                    Torsion torsion = new Torsion(first, left[1], right[1], fourth);
                    if (!chosen.contains(new Torsion(fourth, right[1], left[1], first))) {
                        add(torsion);
                    }
                }
            }
        }
    }

    /** Follows a straight chain from a bond: the last two atoms of it. */
    private int[] chainEnd(int from, int to) {
        int previous = from;
        int last = to;
        for (int length = 0; length < graph.size(); length++) {
            int[] bonded = graph.neighbours(last);
            if (bonded.length != 2) {
                break;
            }
            int next = bonded[0] == previous ? bonded[1] : bonded[0];
            if (!isLinear(previous, last, next)) {
                break;
            }
            previous = last;
            last = next;
        }
        return new int[] {previous, last};
    }

    private void addFragment(int[] fragment) {
        List<Integer> atoms = Arrays.stream(fragment).boxed().toList();
        for (int axis = 0; axis < 3; axis++) {
            add(new Translation(atoms, axis));
        }
        if (fragment.length == 1) {
            return;
        }
        int[] ends = ends(fragment);
        double length = new Distance(ends[0], ends[1]).value(positions);
        boolean line = true;
        for (int atom : fragment) {
            line &= atom == ends[0]
                    || atom == ends[1]
                    || Math.sin(angle(ends[1], ends[0], atom)) * new Distance(ends[0], atom).value(positions) < 0.1;
        }
        for (int axis = 0; axis < 3; axis++) {
            add(line ? new Direction(ends[0], ends[1], axis, length / 2) : new Rotation(fragment, positions, axis));
        }
    }

    /** The two atoms that are farthest apart. */
    private int[] ends(int[] fragment) {
        int first = farthest(fragment, fragment[0]);
        return new int[] {first, farthest(fragment, first)};
    }

    private int farthest(int[] fragment, int from) {
        int best = fragment[0] == from ? fragment[1] : fragment[0];
        for (int atom : fragment) {
            if (atom != from && new Distance(from, atom).value(positions) > new Distance(from, best).value(positions)) {
                best = atom;
            }
        }
        return best;
    }
}
