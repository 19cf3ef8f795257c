package org.lowland.io.store.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.function.Function;
import javax.vecmath.Point2d;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.ILonePair;
import org.openscience.cdk.interfaces.IPseudoAtom;
import org.openscience.cdk.interfaces.ISingleElectron;
import org.openscience.cdk.isomorphism.matchers.IQueryAtom;
import org.openscience.cdk.isomorphism.matchers.IQueryBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Molecules of CDK: atoms in columns, one for each of their properties that any atom has, then bonds, electrons, stereo. */
final class MoleculeDocument {
    private MoleculeDocument() {}

    static void write(IAtomContainer molecule, ObjectNode node) {
        ArrayNode symbols = node.putArray("symbols");
        for (IAtom atom : molecule.atoms()) {
            if (atom instanceof IQueryAtom) {
                throw new InputException("it holds query atoms, so it is a pattern; give a molecule");
            }
            symbols.add(atom.getSymbol());
        }
        column(molecule, node, "labels", atom -> atom instanceof IPseudoAtom pseudo ? pseudo.getLabel() : null);
        column(molecule, node, "numbers", atom -> atom instanceof IPseudoAtom ? atom.getAtomicNumber() : null);
        column(molecule, node, "charges", IAtom::getFormalCharge);
        column(molecule, node, "masses", IAtom::getMassNumber);
        column(molecule, node, "hydrogens", IAtom::getImplicitHydrogenCount);
        column(molecule, node, "partialCharges", IAtom::getCharge);
        column(molecule, node, "aromatic", atom -> atom.isAromatic() ? 1 : null);
        positions(molecule, node);
        bonds(molecule, node);
        for (ISingleElectron electron : molecule.singleElectrons()) {
            node.withArray("singleElectrons").add(electron.getAtom().getIndex());
        }
        for (ILonePair pair : molecule.lonePairs()) {
            node.withArray("lonePairs").add(pair.getAtom().getIndex());
        }
        StereoDocument.write(molecule, node);
        PropertyDocument.write(molecule, node);
    }

    static IAtomContainer read(JsonNode node) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        JsonNode symbols = node.get("symbols");
        for (int index = 0; index < symbols.size(); index++) {
            molecule.addAtom(atom(node, molecule, index, symbols.get(index).asText()));
        }
        for (JsonNode bond : node.path("bonds")) {
            int order = bond.get(2).asInt();
            molecule.addBond(bond.get(0).asInt(), bond.get(1).asInt(), order < 0 ? null : order(order));
        }
        for (JsonNode bond : node.path("aromaticBonds")) {
            molecule.getBond(bond.asInt()).setIsAromatic(true);
        }
        for (JsonNode drawn : node.path("drawnBonds")) {
            molecule.getBond(drawn.get(0).asInt())
                    .setDisplay(IBond.Display.valueOf(drawn.get(1).asText()));
        }
        node.path("singleElectrons").forEach(atom -> molecule.addSingleElectron(atom.asInt()));
        node.path("lonePairs").forEach(atom -> molecule.addLonePair(atom.asInt()));
        StereoDocument.read(node, molecule);
        PropertyDocument.read(node, molecule);
        return molecule;
    }

    private static IAtom atom(JsonNode node, IAtomContainer molecule, int index, String symbol) {
        JsonNode label = value(node, "labels", index);
        IAtom atom = label == null
                ? molecule.getBuilder().newInstance(IAtom.class, symbol)
                : molecule.getBuilder().newInstance(IPseudoAtom.class, label.asText());
        atom.setFormalCharge(integer(node, "charges", index));
        atom.setMassNumber(integer(node, "masses", index));
        atom.setImplicitHydrogenCount(integer(node, "hydrogens", index));
        JsonNode partial = value(node, "partialCharges", index);
        atom.setCharge(partial == null ? null : partial.asDouble());
        atom.setIsAromatic(value(node, "aromatic", index) != null);
        if (label != null) {
            atom.setAtomicNumber(integer(node, "numbers", index));
        }
        JsonNode space = value(node, "positions", index);
        if (space != null) {
            double[] point = Numbers.doubles(space);
            atom.setPoint3d(new Point3d(point));
        }
        JsonNode plane = value(node, "drawing", index);
        if (plane != null) {
            double[] point = Numbers.doubles(plane);
            atom.setPoint2d(new Point2d(point));
        }
        return atom;
    }

    private static IBond.Order order(int number) {
        for (IBond.Order order : IBond.Order.values()) {
            if (order.numeric() == number) {
                return order;
            }
        }
        throw new IllegalArgumentException("there is no bond of order " + number);
    }

    private static void positions(IAtomContainer molecule, ObjectNode node) {
        column(molecule, node, "positions", atom -> {
            Point3d point = atom.getPoint3d();
            return point == null
                    ? null
                    : node.arrayNode().add(point.x).add(point.y).add(point.z);
        });
        column(molecule, node, "drawing", atom -> {
            Point2d point = atom.getPoint2d();
            return point == null ? null : node.arrayNode().add(point.x).add(point.y);
        });
    }

    private static void bonds(IAtomContainer molecule, ObjectNode node) {
        ArrayNode bonds = node.putArray("bonds");
        for (IBond bond : molecule.bonds()) {
            if (bond.getAtomCount() != 2 || bond instanceof IQueryBond) {
                throw new InputException("bond " + (bond.getIndex() + 1)
                        + " is one of a pattern or joins other than two atoms; give a molecule");
            }
            bonds.addArray()
                    .add(bond.getBegin().getIndex())
                    .add(bond.getEnd().getIndex())
                    .add(bond.getOrder() == null ? -1 : bond.getOrder().numeric());
            if (bond.isAromatic()) {
                node.withArray("aromaticBonds").add(bond.getIndex());
            }
            if (bond.getDisplay() != null && bond.getDisplay() != IBond.Display.Solid) {
                node.withArray("drawnBonds")
                        .addArray()
                        .add(bond.getIndex())
                        .add(bond.getDisplay().name());
            }
        }
    }

    /** A column that no atom has a value in is left out. */
    private static void column(IAtomContainer molecule, ObjectNode node, String name, Function<IAtom, Object> value) {
        boolean empty = true;
        ArrayNode column = node.arrayNode();
        for (IAtom atom : molecule.atoms()) {
            Object given = value.apply(atom);
            empty &= given == null;
            if (given instanceof Integer number) {
                column.add(number);
            } else if (given instanceof Double number) {
                column.add(number);
            } else if (given instanceof ArrayNode array) {
                column.add(array);
            } else {
                column.add(Objects.toString(given, null));
            }
        }
        if (!empty) {
            node.set(name, column);
        }
    }

    private static JsonNode value(JsonNode node, String name, int index) {
        JsonNode value = node.path(name).get(index);
        return value == null || value.isNull() ? null : value;
    }

    private static Integer integer(JsonNode node, String name, int index) {
        JsonNode value = value(node, name, index);
        return value == null ? null : value.asInt();
    }
}
