package org.lowland.io.jmol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javajs.util.BS;
import org.jmol.modelset.Atom;
import org.jmol.modelset.Group;
import org.jmol.modelset.ModelSet;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;

/**
 * One model of Jmol, as it was when it was read, and the way back for its coordinates.
 *
 * <p>A model whose file declares bonds becomes a {@link MoleculeRecord}, one without (XYZ, most crystals) a
 * {@link LabelledFrame}: the bonds that Jmol draws there are guessed from distances. Atoms keep their order; atoms that
 * Jmol hides count, deleted ones do not, nor do places without an element ({@code Xx}); of alternate locations the first
 * counts, the others stay where they are. Where Jmol shows the boundary of a crystal more than once, each atom is taken
 * once and its images follow it.
 *
 * <p>Confined to one thread; the viewer must not load or delete atoms between reading and writing.
 */
public final class JmolModel {
    private final int index;
    private final String title;
    private final Structure structure;
    private final boolean asymmetricUnit;
    private final List<Atom> atoms;
    private final Map<Integer, Integer> places;
    private final List<CrystalImages.Image> images;

    private JmolModel(
            int index,
            String title,
            Structure structure,
            boolean asymmetricUnit,
            List<Atom> atoms,
            List<CrystalImages.Image> images) {
        this.index = index;
        this.title = title;
        this.structure = structure;
        this.asymmetricUnit = asymmetricUnit;
        this.atoms = List.copyOf(atoms);
        this.images = List.copyOf(images);
        this.places = new HashMap<>();
        for (int k = 0; k < atoms.size(); k++) {
            places.put(atoms.get(k).i, k);
        }
        images.forEach(image -> places.put(image.atom().i, image.original()));
    }

    /**
     * Reads all atoms of a model.
     *
     * @param viewer the viewer
     * @param model its index, from 0
     * @return the model
     * @throws InputException when there is no such model, or it has no atoms
     */
    public static JmolModel read(Viewer viewer, int model) {
        BS all = new BS();
        all.setBits(0, viewer.ms.ac);
        return read(viewer, model, all);
    }

    /**
     * Reads some atoms of a model as if there were no others.
     *
     * @param viewer the viewer
     * @param model its index, from 0
     * @param wanted Jmol's indices of atoms; those of other models do not count
     * @return the model
     * @throws InputException when there is no such model, or none of the atoms is one of its elements
     */
    public static JmolModel read(Viewer viewer, int model, BS wanted) {
        ModelSet models = viewer.ms;
        if (model < 0 || model >= models.mc) {
            throw new InputException("there is no model; load one first");
        }
        BS all = viewer.getModelUndeletedAtomsBitSet(model);
        List<Atom> atoms = new ArrayList<>();
        Set<Site> sites = new HashSet<>();
        for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
            Atom atom = models.at[i];
            if (wanted.get(i) && atom.getElementNumber() > 0 && (atom.altloc == 0 || sites.add(Site.of(atom)))) {
                atoms.add(atom);
            }
        }
        if (atoms.isEmpty()) {
            throw new InputException("no atoms are selected in the model; load or select some first");
        }
        return new JmolModelReader(viewer, model, atoms).read();
    }

    /** Where an atom of a protein is, whichever of its alternate locations is taken. */
    private record Site(Group group, String name) {
        static Site of(Atom atom) {
            return new Site(atom.group, atom.getAtomName());
        }
    }

    static JmolModel of(
            int index, String title, Structure structure, boolean asymmetricUnit, CrystalImages.Unique unique) {
        return new JmolModel(index, title, structure, asymmetricUnit, unique.atoms(), unique.images());
    }

    /** {@return its index among the models of the viewer, from 0} */
    public int index() {
        return index;
    }

    /** {@return what Jmol calls it; empty when it has no name} */
    public String title() {
        return title;
    }

    /** {@return the atoms with all that is known of them} */
    public Structure structure() {
        return structure;
    }

    /**
     * Whether the model is the asymmetric unit of a crystal, or a molecule out of one: its file has a cell that these
     * atoms alone do not fill, so that the structure has none.
     *
     * @return true when the symmetry of the crystal was not applied
     */
    public boolean isAsymmetricUnit() {
        return asymmetricUnit;
    }

    /** {@return the number of atoms, images not counted} */
    public int size() {
        return atoms.size();
    }

    /**
     * Where an atom of Jmol stands in the structure.
     *
     * @param atom Jmol's index
     * @return its place from 0, for an image that of the atom it repeats; empty when it is not part of it
     */
    public OptionalInt place(int atom) {
        Integer place = places.get(atom);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /**
     * The atom of Jmol at a place of the structure.
     *
     * @param place from 0
     * @return Jmol's index
     */
    public int atom(int place) {
        return atoms.get(place).i;
    }

    /** {@return Jmol's indices of all atoms, images among them} */
    public BS everything() {
        BS set = new BS();
        places.keySet().forEach(set::set);
        return set;
    }

    /**
     * Puts the atoms and their images elsewhere. Tells nobody: what Jmol draws and measures is refreshed by the caller.
     *
     * @param positions 3N coordinates in Å
     * @param fixed N flags; atoms with one are not touched at all
     */
    public void move(double[] positions, boolean[] fixed) {
        for (int k = 0; k < atoms.size(); k++) {
            if (!fixed[k]) {
                Precision.write(atoms.get(k), positions, 3 * k);
            }
        }
        double[] moved = new double[3];
        for (CrystalImages.Image image : images) {
            if (!fixed[image.original()]) {
                for (int axis = 0; axis < 3; axis++) {
                    moved[axis] = positions[3 * image.original() + axis] + image.translation()[axis];
                }
                Precision.write(image.atom(), moved, 0);
            }
        }
    }

    /** {@return what the atoms' coordinates are now, 3N in Å, and after them those of the images} */
    public double[] coordinates() {
        double[] all = new double[3 * (atoms.size() + images.size())];
        for (int k = 0; k < atoms.size(); k++) {
            Precision.read(atoms.get(k), all, 3 * k);
        }
        for (int k = 0; k < images.size(); k++) {
            Precision.read(images.get(k).atom(), all, 3 * (atoms.size() + k));
        }
        return all;
    }

    /**
     * Puts everything back to the last bit.
     *
     * @param coordinates what {@link #coordinates()} gave
     */
    public void restore(double[] coordinates) {
        for (int k = 0; k < atoms.size(); k++) {
            Precision.write(atoms.get(k), coordinates, 3 * k);
        }
        for (int k = 0; k < images.size(); k++) {
            Precision.write(images.get(k).atom(), coordinates, 3 * (atoms.size() + k));
        }
    }

    @Override
    public String toString() {
        return Optional.of(title).filter(name -> !name.isEmpty()).orElse("model " + (index + 1)) + ", " + size()
                + " atoms" + (images.isEmpty() ? "" : " and " + images.size() + " images");
    }
}
