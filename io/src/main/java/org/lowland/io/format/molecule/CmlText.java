package org.lowland.io.format.molecule;

import java.util.Locale;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.file.Output;
import org.lowland.io.format.MoleculeBuilder;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.SdfTag;
import org.lowland.io.format.TextAppender;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Writes CML: Kekulé bonds, charges, isotopes, multiplicities of radicals, data items as properties. */
public final class CmlText {
    private CmlText() {}

    /**
     * Writes.
     *
     * @param output where the molecules go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        int[] count = {0};
        return new TextAppender(
                output,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cml xmlns=\"http://www.xml-cml.org/schema\">\n",
                (structure, text) -> append((MoleculeRecord) structure, ++count[0], text),
                "</cml>\n");
    }

    private static void append(MoleculeRecord record, int number, StringBuilder text) {
        IAtomContainer molecule = record.molecule();
        text.append("<molecule id=\"m").append(number).append("\" title=\"").append(escaped(record.title()));
        text.append("\">\n<atomArray>\n");
        for (IAtom atom : molecule.atoms()) {
            atom(molecule, atom, text);
        }
        text.append("</atomArray>\n<bondArray>\n");
        for (IBond bond : molecule.bonds()) {
            text.append("<bond atomRefs2=\"a").append(bond.getBegin().getIndex() + 1);
            text.append(" a").append(bond.getEnd().getIndex() + 1);
            text.append("\" order=\"").append(order(bond)).append("\"/>\n");
        }
        text.append("</bondArray>\n");
        for (SdfTag tag : record.tags()) {
            text.append("<property title=\"").append(escaped(tag.name())).append("\"><scalar>");
            text.append(escaped(tag.value())).append("</scalar></property>\n");
        }
        text.append("</molecule>\n");
    }

    private static void atom(IAtomContainer molecule, IAtom atom, StringBuilder text) {
        text.append("<atom id=\"a").append(atom.getIndex() + 1);
        text.append("\" elementType=\"").append(atom.getSymbol()).append('"');
        Point3d place = atom.getPoint3d();
        if (place != null) {
            text.append(String.format(Locale.ROOT, " x3=\"%.8f\" y3=\"%.8f\" z3=\"%.8f\"", place.x, place.y, place.z));
        }
        // where bonds leave open whether there is a charge, a reader may doubt an atom that does not say it
        boolean charged = atom.getFormalCharge() != null && atom.getFormalCharge() != 0;
        if (charged || !MoleculeBuilder.isUncharged(atom)) {
            text.append(" formalCharge=\"")
                    .append(charged ? atom.getFormalCharge() : 0)
                    .append('"');
        }
        if (atom.getMassNumber() != null) {
            text.append(" isotopeNumber=\"").append(atom.getMassNumber()).append('"');
        }
        int electrons = molecule.getConnectedSingleElectronsCount(atom);
        if (electrons > 0) {
            text.append(" spinMultiplicity=\"").append(electrons + 1).append('"');
        }
        text.append("/>\n");
    }

    private static String order(IBond bond) {
        if (bond.getOrder() == IBond.Order.UNSET && bond.isAromatic()) {
            return "A";
        }
        return switch (bond.getOrder() == null ? 0 : bond.getOrder().numeric()) {
            case 1 -> "S";
            case 2 -> "D";
            case 3 -> "T";
            default ->
                throw new InputException("Bond " + (bond.getIndex() + 1) + " has the order " + bond.getOrder()
                        + ", which CML does not know; give 1, 2 or 3");
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
