package org.lowland.io.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.cell.CdkCrystals;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IAtomContainerSet;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.interfaces.IChemModel;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.interfaces.IChemSequence;
import org.openscience.cdk.interfaces.ICrystal;

/** Frames as objects of CDK, and back. */
final class CdkFrames {
    /** The property of a molecule that holds its charge, since atoms of a geometry have none. */
    static final String CHARGE = "lowland.charge";

    /** The property of an atom that holds the force on it, in eV/Å. */
    static final String FORCE = "lowland.force.eV/A";

    private CdkFrames() {}

    static boolean accepts(Class<? extends IChemObject> type) {
        return IAtomContainer.class.isAssignableFrom(type)
                || IAtomContainerSet.class.isAssignableFrom(type)
                || IChemModel.class.isAssignableFrom(type)
                || IChemSequence.class.isAssignableFrom(type)
                || IChemFile.class.isAssignableFrom(type);
    }

    static boolean isCrystal(LabelledFrame frame) {
        return frame.system()
                .cell()
                .filter(cell -> cell.isPeriodic(0) && cell.isPeriodic(1) && cell.isPeriodic(2))
                .isPresent();
    }

    /** Puts a frame into a molecule or a crystal. */
    static void fill(LabelledFrame frame, IAtomContainer container) {
        AtomicSystem system = frame.system();
        if (container instanceof ICrystal crystal) {
            CdkCrystals.fill(system, crystal);
        } else {
            container.removeAllElements();
            for (int k = 0; k < system.size(); k++) {
                IAtom atom = container
                        .getBuilder()
                        .newInstance(
                                IAtom.class,
                                Elements.ofNumber(system.atomicNumber(k)).symbol());
                atom.setPoint3d(new Point3d(system.position(k, 0), system.position(k, 1), system.position(k, 2)));
                atom.setImplicitHydrogenCount(0);
                container.addAtom(atom);
            }
        }
        if (!frame.title().isEmpty()) {
            container.setTitle(frame.title());
        }
        frame.info().forEach(container::setProperty);
        if (system.charge() != 0) {
            container.setProperty(CHARGE, system.charge());
        }
        frame.energy().ifPresent(energy -> container.setProperty(Conversion.ENERGY, energy));
        frame.evaluation().ifPresent(labels -> {
            for (int k = 0; k < system.size(); k++) {
                container
                        .getAtom(k)
                        .setProperty(FORCE, new Vector3d(labels.force(k, 0), labels.force(k, 1), labels.force(k, 2)));
            }
        });
    }

    /** Puts a frame into a model: crystals as its crystal, the others as its molecule. */
    static void fill(LabelledFrame frame, IChemModel model) {
        if (isCrystal(frame) && frame.system().charge() == 0) {
            ICrystal crystal = model.getBuilder().newInstance(ICrystal.class);
            fill(frame, crystal);
            model.setCrystal(crystal);
        } else {
            IAtomContainer molecule = model.getBuilder().newAtomContainer();
            fill(frame, molecule);
            IAtomContainerSet set = model.getBuilder().newInstance(IAtomContainerSet.class);
            set.addAtomContainer(molecule);
            model.setMoleculeSet(set);
        }
    }

    /** All structures of an object, in their order. */
    static List<LabelledFrame> frames(IChemObject object) {
        List<LabelledFrame> frames = new ArrayList<>();
        collect(object, frames);
        return frames;
    }

    private static void collect(IChemObject object, List<LabelledFrame> frames) {
        if (object instanceof IAtomContainer container) {
            frames.add(frame(container));
        } else if (object instanceof IAtomContainerSet set) {
            set.atomContainers().forEach(container -> frames.add(frame(container)));
        } else if (object instanceof IChemModel model) {
            if (model.getCrystal() != null && model.getCrystal().getAtomCount() > 0) {
                frames.add(frame(model.getCrystal()));
            }
            if (model.getMoleculeSet() != null) {
                collect(model.getMoleculeSet(), frames);
            }
        } else if (object instanceof IChemSequence sequence) {
            sequence.chemModels().forEach(model -> collect(model, frames));
        } else if (object instanceof IChemFile file) {
            file.chemSequences().forEach(sequence -> collect(sequence, frames));
        }
    }

    private static LabelledFrame frame(IAtomContainer container) {
        AtomicSystem system =
                container instanceof ICrystal crystal ? CdkCrystals.toSystem(crystal) : molecule(container);
        LabelledFrame frame = container.getProperty(Conversion.ENERGY) instanceof Double energy
                ? labelled(system, energy, container)
                : LabelledFrame.of(system);
        Object title = container.getProperty(CDKConstants.TITLE);
        return title == null || title.toString().isBlank() ? frame : frame.with("name", title.toString());
    }

    private static AtomicSystem molecule(IAtomContainer container) {
        SystemOptions options = SystemOptions.none();
        if (container.getProperty(CHARGE) instanceof Integer charge) {
            options = options.withCharge(charge);
        }
        return Molecules.toSystem(container, options).toBuilder()
                .bonds(new int[0])
                .build();
    }

    private static LabelledFrame labelled(AtomicSystem system, double energy, IAtomContainer container) {
        Optional<double[]> forces = forces(container).filter(all -> all.length == 3 * system.size());
        return forces.map(all -> LabelledFrame.of(system, Evaluation.of(energy, all)))
                .orElseGet(() -> LabelledFrame.of(system).with("energy", Double.toString(energy)));
    }

    private static Optional<double[]> forces(IAtomContainer container) {
        double[] forces = new double[3 * container.getAtomCount()];
        int at = 0;
        for (IAtom atom : container.atoms()) {
            if (!(atom.getProperty(FORCE) instanceof Vector3d force)) {
                return Optional.empty();
            }
            forces[at++] = force.x;
            forces[at++] = force.y;
            forces[at++] = force.z;
        }
        return Optional.of(forces);
    }
}
