package org.lowland.api.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.api.molecule.Identity.BONDS_CHANGED;
import static org.lowland.api.molecule.Identity.KEPT;
import static org.lowland.api.molecule.Identity.STEREO_CHANGED;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.vecmath.Vector3d;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** The identity check on drugs and natural products, and on the thirty molecules of Baker's optimization benchmark. */
class IdentityOfRealMoleculesTest {
    private static final Set<String> CHIRAL = Set.of("aladip", "cholesterol", "glucose", "ibuprofen", "penicillinG");

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    @Test
    void relaxationsByTwoMethodsKeepTheMolecule() {
        Path peers = Structures.shared("peers");
        for (Path file : Structures.files(peers.resolve("start"), ".sdf")) {
            IAtomContainer start = Structures.sdf(file);
            IAtomContainer xtb = Structures.sdf(peers.resolve("gfn2_minimum").resolve(file.getFileName()));
            AtomicSystem ani = Molecules.toSystem(
                    Structures.xyz(peers.resolve("ani2x_minimum").resolve(name(file) + ".xyz")));

            assertThat(Molecules.identity(start, xtb)).as(name(file)).isEqualTo(KEPT);
            assertThat(Molecules.identity(start, Molecules.withPositions(start, ani)))
                    .as(name(file))
                    .isEqualTo(KEPT);
        }
    }

    @Test
    void mirrorImagesOfChiralMoleculesAreReportedAndOnlyTheirs() {
        for (Path file : Structures.files(Structures.shared("peers/start"), ".sdf")) {
            IAtomContainer start = Structures.sdf(file);
            IAtomContainer bare = Structures.sdf(file);
            bare.setStereoElements(List.of());
            Identity expected = CHIRAL.contains(name(file)) ? STEREO_CHANGED : KEPT;

            assertThat(Molecules.identity(start, Structures.mirrored(start)))
                    .as(name(file))
                    .isEqualTo(expected);
            assertThat(Molecules.identity(bare, Structures.mirrored(bare)))
                    .as(name(file))
                    .isEqualTo(expected);
        }
    }

    @Test
    void thermalNoiseIsNoChange() {
        for (Path file : Structures.files(Structures.shared("peers/start"), ".sdf")) {
            IAtomContainer start = Structures.sdf(file);
            for (int seed = 0; seed < 20; seed++) {
                assertThat(Molecules.identity(start, Structures.rattled(start, 0.05, seed)))
                        .as("%s, seed %d", name(file), seed)
                        .isEqualTo(KEPT);
            }
        }
    }

    @Test
    void everyStretchedBondIsReported() {
        for (Path file : Structures.files(Structures.shared("peers/start"), ".sdf")) {
            IAtomContainer start = Structures.sdf(file);
            for (IBond bond : start.bonds()) {
                if (start.getConnectedBondsCount(bond.getEnd()) == 1) {
                    Vector3d along = new Vector3d(bond.getEnd().getPoint3d());
                    along.sub(bond.getBegin().getPoint3d());
                    IAtomContainer stretched =
                            Structures.moved(start, bond.getEnd().getIndex(), along.x, along.y, along.z);

                    assertThat(Molecules.identity(start, stretched))
                            .as(name(file))
                            .isEqualTo(BONDS_CHANGED);
                }
            }
        }
    }

    @Test
    void withoutDeclaredBondsTheGeometryTellsThem() {
        for (Path file : Structures.files(Structures.shared("data/baker30"), ".xyz")) {
            IAtomContainer start = Structures.xyz(file);
            int last = start.getAtomCount() - 1;

            for (int seed = 0; seed < 10; seed++) {
                assertThat(Molecules.identity(start, Structures.rattled(start, 0.04, seed)))
                        .as("%s, seed %d", name(file), seed)
                        .isEqualTo(KEPT);
            }
            assertThat(Molecules.identity(start, Structures.moved(start, last, 5, 5, 5)))
                    .as(name(file))
                    .isEqualTo(BONDS_CHANGED);
        }
    }

    @Test
    void bondsFromGeometryAreTheDeclaredOnes() {
        for (Path file : Structures.files(Structures.shared("peers/gfn2_minimum"), ".sdf")) {
            IAtomContainer declared = Structures.sdf(file);
            AtomicSystem system = Molecules.toSystem(declared);
            IAtomContainer rebonded = Structures.sdf(file);
            rebonded.removeAllBonds();
            new Connectivity(system.atomicNumbers(), new int[0], system.positions()).addTo(rebonded);

            assertThat(rebonded.getBondCount()).isEqualTo(declared.getBondCount());
            declared.bonds().forEach(bond -> assertThat(rebonded.getBond(
                            rebonded.getAtom(bond.getBegin().getIndex()),
                            rebonded.getAtom(bond.getEnd().getIndex())))
                    .as("%s %s", name(file), bond)
                    .isNotNull());
        }
    }
}
