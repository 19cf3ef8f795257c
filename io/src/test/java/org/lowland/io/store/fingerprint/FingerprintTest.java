package org.lowland.io.store.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.io.store.fingerprint.Shuffle.fingerprint;
import static org.lowland.io.store.fingerprint.Shuffle.frame;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Flat;
import org.lowland.io.format.MoleculeRecord;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** Molecules and crystals that are the same, and that are not. */
class FingerprintTest {
    private static final double TOLERANCE = 0.1;

    /** Many atoms of these can be exchanged with each other. */
    @ParameterizedTest
    @ValueSource(
            strings = {"C", "c1ccccc1", "O=C=O", "C1CCCCC1", "CC(C)(C)C", "[He]", "N#N", "O", "C12C3C4C1C5C2C3C45"})
    void symmetricMolecules(String smiles) {
        AtomicSystem one = molecule(smiles);
        Shuffle shuffle = new Shuffle(7);
        AtomicSystem other = shuffle.elsewhere(shuffle.shaken(one, 0.02));
        assertThat(fingerprint(one).mayBe(fingerprint(other), TOLERANCE)).isTrue();
        assertThat(Alignment.rmsd(frame(one), frame(other), TOLERANCE).orElseThrow())
                .isLessThan(0.0201);
    }

    @Test
    void mirrorImagesAreOthers() {
        AtomicSystem one = molecule("C[C@H](F)O");
        AtomicSystem mirrored = new Shuffle(3).elsewhere(Shuffle.mirrored(one));
        assertThat(fingerprint(one).distance(fingerprint(mirrored)).orElseThrow())
                .isLessThan(1e-5);
        assertThat(Alignment.rmsd(frame(one), frame(mirrored), TOLERANCE)).isEmpty();
        AtomicSystem flat = molecule("C=C");
        assertThat(Alignment.rmsd(frame(flat), frame(Shuffle.mirrored(flat)), TOLERANCE))
                .isPresent();
    }

    @Test
    void conformersAreOthers() {
        AtomicSystem anti = butane(180);
        AtomicSystem gauche = butane(60);
        assertThat(Alignment.rmsd(frame(anti), frame(new Shuffle(1).elsewhere(gauche)), 0.3))
                .isEmpty();
        assertThat(fingerprint(anti).mayBe(fingerprint(gauche), 0.1)).isFalse();
        assertThat(fingerprint(butane(60)).mayBe(fingerprint(butane(62)), 0.1)).isTrue();
    }

    @Test
    void whatIsOfOtherAtomsIsAnother() {
        AtomicSystem water = molecule("O");
        AtomicSystem charged = water.toBuilder().charge(2).build();
        assertThat(fingerprint(water).distance(fingerprint(charged))).isEmpty();
        assertThat(fingerprint(water).key()).isNotEqualTo(fingerprint(charged).key());
        MoleculeRecord heavy = MoleculeRecord.of("", container("[2H]O"));
        MoleculeRecord light = MoleculeRecord.of("", container("O"));
        assertThat(Fingerprint.of(heavy)
                        .orElseThrow()
                        .distance(Fingerprint.of(light).orElseThrow()))
                .isEmpty();
        assertThat(Fingerprint.of(MoleculeRecord.of("", flat("CCO")))).isEmpty();
    }

    @Test
    void comesBackFromBytes() {
        Fingerprint one = fingerprint(molecule("CCO"));
        Fingerprint back = Fingerprint.read(one.bytes());
        assertThat(back.key()).isEqualTo(one.key());
        assertThat(back.distance(one).orElseThrow()).isZero();
        assertThat(back.bytes()).isEqualTo(one.bytes());
    }

    @Test
    void largeMoleculesGoByTheirRadii() {
        Shuffle shuffle = new Shuffle(5);
        AtomicSystem one = shuffle.cluster(1200);
        AtomicSystem other = shuffle.elsewhere(shuffle.shaken(one, 0.05));
        assertThat(fingerprint(one).mayBe(fingerprint(other), 0.05)).isTrue();
        assertThat(fingerprint(one).mayBe(fingerprint(shuffle.cluster(1200)), 0.05))
                .isFalse();
    }

    /** Another choice of vectors, another origin, another order and orientation: the same crystal. */
    @Test
    void crystalsAreTheSameInEveryCell() {
        AtomicSystem salt = salt(5.64);
        double[] v = salt.cell().orElseThrow().vectors();
        double[] sheared = v.clone();
        for (int axis = 0; axis < 3; axis++) {
            sheared[3 + axis] += v[axis];
            sheared[6 + axis] -= v[3 + axis];
        }
        double[] moved = salt.positions();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += new double[] {1.3, -0.4, 7}[k % 3];
        }
        AtomicSystem other = new Shuffle(11)
                .elsewhere(AtomicSystem.builder(salt.atomicNumbers(), moved)
                        .cell(Cell.of(sheared, true, true, true))
                        .build());
        assertThat(fingerprint(salt).distance(fingerprint(other)).orElseThrow()).isLessThan(1e-5);
        assertThat(fingerprint(salt).keys(0.001)).contains(fingerprint(other).key());
        assertThat(fingerprint(salt).mayBe(fingerprint(salt(5.9)), 0.05)).isFalse();
    }

    @Test
    void crystalsWithinTheToleranceAreFound() {
        Shuffle shuffle = new Shuffle(13);
        AtomicSystem salt = salt(5.64);
        for (int k = 0; k < 20; k++) {
            AtomicSystem other = shuffle.elsewhere(shuffle.shaken(salt, 0.03));
            assertThat(fingerprint(salt).mayBe(fingerprint(other), 0.1)).isTrue();
            assertThat(fingerprint(salt).keys(0.1)).contains(fingerprint(other).key());
        }
        AtomicSystem swapped = AtomicSystem.builder(new int[] {11, 11, 17, 11, 17, 17, 17, 11}, salt.positions())
                .cell(salt.cell().orElseThrow())
                .build();
        assertThat(fingerprint(salt).mayBe(fingerprint(swapped), 0.1)).isFalse();
    }

    private static AtomicSystem salt(double edge) {
        int[] numbers = new int[8];
        double[] positions = new double[24];
        for (int k = 0; k < 8; k++) {
            int x = k & 1;
            int y = k >> 1 & 1;
            int z = k >> 2;
            numbers[k] = (x + y + z) % 2 == 0 ? 11 : 17;
            positions[3 * k] = x * edge / 2;
            positions[3 * k + 1] = y * edge / 2;
            positions[3 * k + 2] = z * edge / 2;
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    /** The carbons of butane at a torsion in degrees. */
    private static AtomicSystem butane(double torsion) {
        double angle = Math.toRadians(torsion);
        List<Point3d> points =
                new ArrayList<>(List.of(new Point3d(-0.5, 1.45, 0), new Point3d(), new Point3d(1.53, 0, 0)));
        points.add(new Point3d(2.03, 1.45 * Math.cos(angle), 1.45 * Math.sin(angle)));
        double[] positions = points.stream()
                .flatMapToDouble(point -> java.util.stream.DoubleStream.of(point.x, point.y, point.z))
                .toArray();
        return AtomicSystem.of(new int[] {6, 6, 6, 6}, positions);
    }

    private static AtomicSystem molecule(String smiles) {
        return Molecules.toSystem(container(smiles));
    }

    private static IAtomContainer container(String smiles) {
        return ConformerBuilder.thorough().build(Flat.complete(flat(smiles)), 0);
    }

    private static IAtomContainer flat(String smiles) {
        try {
            return new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
        } catch (InvalidSmilesException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
