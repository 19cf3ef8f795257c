package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * A molecule of an SDF or SMILES file. The molecule is not to be changed: make another record with
 * {@link #moved(IAtomContainer)}.
 *
 * @param title the record's first line, or the text behind a SMILES
 * @param molecule with 3D coordinates, with 2D ones or with none
 * @param tags the data items, in their order
 * @param source the lines the molecule was read from, so that writing it again loses nothing
 * @param evaluation energy and forces of the molecule where it is, when they are known
 */
public record MoleculeRecord(
        String title,
        IAtomContainer molecule,
        List<SdfTag> tags,
        Optional<Ctab> source,
        Optional<Evaluation> evaluation)
        implements Structure {

    public MoleculeRecord {
        Objects.requireNonNull(title);
        Objects.requireNonNull(molecule);
        tags = List.copyOf(tags);
        Objects.requireNonNull(source);
        Objects.requireNonNull(evaluation);
    }

    /**
     * A molecule of which no energy and forces are known.
     *
     * @param title as above
     * @param molecule as above
     * @param tags as above
     * @param source as above
     */
    public MoleculeRecord(String title, IAtomContainer molecule, List<SdfTag> tags, Optional<Ctab> source) {
        this(title, molecule, tags, source, Optional.empty());
    }

    /**
     * A record of a molecule that does not come from an SDF file.
     *
     * @param title its name, or nothing
     * @param molecule the molecule
     * @return a record without data items
     */
    public static MoleculeRecord of(String title, IAtomContainer molecule) {
        return new MoleculeRecord(title, molecule, List.of(), Optional.empty());
    }

    @Override
    public int atoms() {
        return molecule.getAtomCount();
    }

    /** {@return whether every atom has 3D coordinates} */
    public boolean is3d() {
        for (int atom = 0; atom < molecule.getAtomCount(); atom++) {
            if (molecule.getAtom(atom).getPoint3d() == null) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same record with the atoms elsewhere.
     *
     * @param changed the same molecule at other positions; what else differs is not written
     * @return a new record, without energy and forces
     */
    public MoleculeRecord moved(IAtomContainer changed) {
        return new MoleculeRecord(title, changed, tags, source);
    }

    /**
     * The same record with another molecule.
     *
     * @param other any molecule
     * @return a new record, with the title and the data items of this
     */
    public MoleculeRecord replaced(IAtomContainer other) {
        return new MoleculeRecord(title, other, tags, Optional.empty());
    }

    /**
     * The same record with one more data item.
     *
     * @param name of the item; items of that name are replaced
     * @param value any text
     * @return a new record
     */
    public MoleculeRecord with(String name, String value) {
        List<SdfTag> more = new ArrayList<>(tags);
        more.removeIf(tag -> tag.name().equals(name));
        more.add(SdfTag.of(name, value));
        return new MoleculeRecord(title, molecule, more, source, evaluation);
    }

    /**
     * The same record with energy and forces.
     *
     * @param labels what is known of the molecule where it is
     * @return a new record
     */
    public MoleculeRecord labelled(Optional<Evaluation> labels) {
        return new MoleculeRecord(title, molecule, tags, source, labels);
    }

    /**
     * The value of a data item.
     *
     * @param name of the item
     * @return its value, of several the first
     */
    public Optional<String> tag(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).findFirst().map(SdfTag::value);
    }
}
