package org.lowland.io.format;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.io.MDLV2000Writer;

/**
 * Makes the connection table of a molecule. V2000 comes from CDK; the date that it puts into the second line is left out,
 * so that the same molecule gives the same text. V3000 is written here, because CDK's writer moves hydrogens behind all
 * other atoms.
 */
final class CtabMaker {
    private static final int MOST_IN_V2000 = 999;
    private static final String PROGRAM = "  Lowland           ";

    private CtabMaker() {}

    static List<String> lines(String title, IAtomContainer molecule) {
        boolean large = molecule.getAtomCount() > MOST_IN_V2000 || molecule.getBondCount() > MOST_IN_V2000;
        return titled(title, large ? v3000(molecule) : v2000(molecule));
    }

    static List<String> modern(String title, IAtomContainer molecule) {
        return titled(title, v3000(molecule));
    }

    private static List<String> titled(String title, List<String> lines) {
        lines.set(0, title.replaceAll("[\\r\\n]", " "));
        return lines;
    }

    private static List<String> v2000(IAtomContainer molecule) {
        StringWriter text = new StringWriter();
        try (MDLV2000Writer writer = new MDLV2000Writer(text)) {
            writer.getSetting(MDLV2000Writer.OptWriteAromaticBondTypes)
                    .setSetting(String.valueOf(hasAromatic(molecule)));
            writer.getSetting(MDLV2000Writer.OptWriteData).setSetting("false");
            writer.write(molecule);
        } catch (CDKException | IOException e) {
            throw new InputException("The molecule cannot be written as SDF (" + e.getMessage() + ")", e);
        }
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        String dimension = lines.get(1).length() >= 22 ? lines.get(1).substring(20, 22) : "";
        lines.set(1, PROGRAM + dimension);
        return lines;
    }

    private static boolean hasAromatic(IAtomContainer molecule) {
        for (IBond bond : molecule.bonds()) {
            if (bond.getOrder() == IBond.Order.UNSET && bond.isAromatic()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> v3000(IAtomContainer molecule) {
        List<String> lines = new ArrayList<>(
                List.of("", PROGRAM + dimension(molecule), "", "  0  0  0     0  0            999 V3000"));
        add(lines, "BEGIN CTAB");
        add(lines, "COUNTS " + molecule.getAtomCount() + " " + molecule.getBondCount() + " 0 0 0");
        add(lines, "BEGIN ATOM");
        for (IAtom atom : molecule.atoms()) {
            add(lines, atomLine(molecule, atom));
        }
        add(lines, "END ATOM");
        if (molecule.getBondCount() > 0) {
            add(lines, "BEGIN BOND");
            for (IBond bond : molecule.bonds()) {
                add(lines, bondLine(bond));
            }
            add(lines, "END BOND");
        }
        add(lines, "END CTAB");
        lines.add(CtabText.END);
        return lines;
    }

    private static String atomLine(IAtomContainer molecule, IAtom atom) {
        Point3d point = place(atom);
        StringBuilder line = new StringBuilder();
        line.append(atom.getIndex() + 1).append(' ').append(atom.getSymbol());
        line.append(String.format(Locale.ROOT, " %.6f %.6f %.6f 0", point.x, point.y, point.z));
        if (atom.getFormalCharge() != null && atom.getFormalCharge() != 0) {
            line.append(" CHG=").append(atom.getFormalCharge());
        }
        if (atom.getMassNumber() != null) {
            line.append(" MASS=").append(atom.getMassNumber());
        }
        int radical = radical(molecule, atom);
        if (radical > 0) {
            line.append(" RAD=").append(radical);
        }
        return line.toString();
    }

    private static String dimension(IAtomContainer molecule) {
        return !molecule.isEmpty() && molecule.getAtom(0).getPoint3d() == null ? "2D" : "3D";
    }

    private static Point3d place(IAtom atom) {
        if (atom.getPoint3d() != null) {
            return atom.getPoint3d();
        }
        if (atom.getPoint2d() == null) {
            throw new InputException("Atom " + (atom.getIndex() + 1) + " has no coordinates, which V3000 needs; make a"
                    + " structure in space of it first");
        }
        return new Point3d(atom.getPoint2d().x, atom.getPoint2d().y, 0);
    }

    /** In drawings wedges are kept, their narrow end first. */
    private static String bondLine(IBond bond) {
        int begin = bond.getBegin().getIndex() + 1;
        int end = bond.getEnd().getIndex() + 1;
        IBond.Display display = bond.getBegin().getPoint3d() == null ? bond.getDisplay() : IBond.Display.Solid;
        int wedge =
                switch (display == null ? IBond.Display.Solid : display) {
                    case WedgeBegin, WedgeEnd -> 1;
                    case WedgedHashBegin, WedgedHashEnd -> 3;
                    case Wavy, Crossed -> 2;
                    default -> 0;
                };
        boolean turned = display == IBond.Display.WedgeEnd || display == IBond.Display.WedgedHashEnd;
        return (bond.getIndex() + 1) + " " + type(bond) + " " + (turned ? end + " " + begin : begin + " " + end)
                + (wedge == 0 ? "" : " CFG=" + wedge);
    }

    private static int radical(IAtomContainer molecule, IAtom atom) {
        int electrons = molecule.getConnectedSingleElectronsCount(atom);
        Object declared = atom.getProperty(CDKConstants.SPIN_MULTIPLICITY);
        if (declared instanceof MDLV2000Writer.SPIN_MULTIPLICITY spin && electrons == 2) {
            return spin.getValue();
        }
        return electrons == 0 ? 0 : electrons + 1;
    }

    private static int type(IBond bond) {
        if (bond.getOrder() == IBond.Order.UNSET && bond.isAromatic()) {
            return 4;
        }
        int order = bond.getOrder() == null ? 0 : bond.getOrder().numeric();
        if (order < 1 || order > 3) {
            throw new InputException("Bond " + (bond.getIndex() + 1) + " has the order " + bond.getOrder()
                    + ", which SDF does not know; give 1, 2 or 3");
        }
        return order;
    }

    private static void add(List<String> lines, String command) {
        lines.addAll(CtabV3000.wrapped(command));
    }
}
