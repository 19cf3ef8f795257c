package org.lowland.api.hessian;

import java.util.List;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.CovalentRadii;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

/** What the models ask of a geometry, in bohr. */
final class Surroundings {
    private final double[] positions;
    private final int[] numbers;
    private final int[] neighbours;

    Surroundings(AtomicSystem system, List<? extends Primitive> coordinates) {
        this.positions = system.positions();
        this.numbers = system.atomicNumbers();
        this.neighbours = new int[numbers.length];
        for (Primitive coordinate : coordinates) {
            if (coordinate instanceof Distance bond) {
                neighbours[bond.first()]++;
                neighbours[bond.second()]++;
            }
        }
    }

    double distance(int i, int j) {
        return new Distance(i, j).value(positions) / Units.BOHR;
    }

    /** The sum of the covalent radii. */
    double radii(int i, int j) {
        return (CovalentRadii.of(numbers[i]) + CovalentRadii.of(numbers[j])) / Units.BOHR;
    }

    double sine(Angle angle) {
        return Math.sin(angle.value(positions));
    }

    /** The number of atoms at the two ends of the axis of a torsion. */
    int neighbours(Torsion torsion) {
        return Math.max(1, neighbours[torsion.second()] + neighbours[torsion.third()] - 2);
    }

    /** The row of the periodic table, 0, 1 or 2 for the third and all further ones. */
    int row(int atom) {
        return numbers[atom] <= 2 ? 0 : numbers[atom] <= 10 ? 1 : 2;
    }
}
