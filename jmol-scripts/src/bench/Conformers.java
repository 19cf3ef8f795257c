import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Flat;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfWriter;
import org.lowland.io.format.SmilesReader;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Builds conformers of drug-like molecules: neutral, of H C N O F S Cl, 20 to 60 atoms. Every coordinate is displaced by
 * 0.05 Å (standard deviation), so that they are at rest on no force field. Arguments: a file of SMILES, how many
 * molecules (taken at equal distances over the file), how many conformers, the SDF to write.
 */
class Conformers {
    private static final Set<Integer> ELEMENTS = Set.of(1, 6, 7, 8, 9, 16, 17);
    private static final double RATTLE = 0.05;

    public static void main(String[] arguments) {
        int molecules = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        List<MoleculeRecord> all = new ArrayList<>();
        try (SmilesReader reader = SmilesReader.open(Path.of(arguments[0]))) {
            while (reader.hasNext()) {
                try {
                    MoleculeRecord record = reader.next();
                    IAtomContainer complete = Flat.complete(record.molecule());
                    if (isDrugLike(complete)) {
                        all.add(MoleculeRecord.of(record.title(), complete));
                    }
                } catch (InputException e) {
                    System.err.println(e.getMessage());
                }
            }
        }
        Random random = new Random(1);
        int written = 0;
        int each = (count + molecules - 1) / molecules;
        try (SdfWriter writer = SdfWriter.create(Path.of(arguments[3]))) {
            double distance = Math.max(1, all.size() / (1.3 * molecules));
            for (double next = 0; next < all.size() && written < count; next += distance) {
                MoleculeRecord record = all.get((int) next);
                List<IAtomContainer> conformers;
                try {
                    conformers = ConformerBuilder.quick().build(record.molecule(), each, 1);
                } catch (RuntimeException e) {
                    System.err.println(record.title() + ": " + e.getMessage());
                    continue;
                }
                for (int k = 0; k < each && written < count; k++) {
                    // A molecule with fewer conformers gives some of them again, displaced otherwise.
                    IAtomContainer conformer = rattled(conformers.get(k % conformers.size()), random);
                    writer.write(MoleculeRecord.of(record.title() + "-" + (k + 1), conformer));
                    written++;
                }
            }
            writer.commit();
        }
        System.err.println(written + " conformers");
    }

    private static boolean isDrugLike(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            if (!ELEMENTS.contains(atom.getAtomicNumber()) || atom.getFormalCharge() != 0) {
                return false;
            }
        }
        return molecule.getAtomCount() >= 20 && molecule.getAtomCount() <= 60;
    }

    private static IAtomContainer rattled(IAtomContainer molecule, Random random) {
        IAtomContainer copy;
        try {
            copy = molecule.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        for (IAtom atom : copy.atoms()) {
            Point3d p = atom.getPoint3d();
            atom.setPoint3d(new Point3d(
                    p.x + RATTLE * random.nextGaussian(),
                    p.y + RATTLE * random.nextGaussian(),
                    p.z + RATTLE * random.nextGaussian()));
        }
        return copy;
    }
}
