package org.lowland.cli;

import java.util.OptionalInt;
import org.lowland.api.InputException;
import org.lowland.cli.batch.Entry;
import org.lowland.cli.batch.Preparation;
import org.lowland.io.file.Output;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.Feature;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;

/** Turns entries into what a format holds and writes them. Confined to one thread. */
final class Conversions implements ConversionTarget {
    private final StructureFormat format;
    private final OptionalInt charge;
    private final LossReport losses;
    private final boolean strict;
    private final StructureWriter writer;
    private final CellOptions.Change cells;
    private Entry current;

    /**
     * Begins the output.
     *
     * @param output where it goes, which this closes
     * @param format of the output
     * @param charge where bonds are to be found; null when the input tells it
     * @param losses told what is lost
     * @param strict whether a loss or a doubt is an error
     * @param cells what becomes of the cells of crystals before
     */
    Conversions(
            Output output,
            StructureFormat format,
            Integer charge,
            LossReport losses,
            boolean strict,
            CellOptions.Change cells) {
        this.cells = cells;
        this.format = format;
        this.charge = charge == null ? OptionalInt.empty() : OptionalInt.of(charge);
        this.losses = losses;
        this.strict = strict;
        this.writer = StructureWriter.over(output, format, this::lose);
    }

    @Override
    public void write(Entry entry) {
        current = entry;
        entry.remarks().forEach(this::lose);
        writer.write(ready(cells.apply(entry.structure(), this::lose)));
    }

    @Override
    public void commit() {
        writer.commit();
    }

    @Override
    public void close() {
        writer.close();
    }

    /** Flat drawings may stay flat where the format holds such; everything else needs coordinates in space. */
    private Structure ready(Structure structure) {
        if (structure instanceof LabelledFrame frame) {
            return format.isOfMolecules() ? Conversion.toMolecule(frame, charge, this::tell, this::lose) : frame;
        }
        MoleculeRecord molecule = (MoleculeRecord) structure;
        boolean asItIs = molecule.source().isPresent()
                && (format.id().equals("sdf") || format.id().equals("v3000"));
        return asItIs || !format.carries(Feature.COORDINATES) ? molecule : Preparation.inSpace(molecule, this::tell);
    }

    private void tell(String what) {
        losses.lost(current.located(what), what);
    }

    private void lose(String what) {
        if (strict) {
            throw new InputException(what + "; leave --strict out to accept that");
        }
        tell(what);
    }
}
