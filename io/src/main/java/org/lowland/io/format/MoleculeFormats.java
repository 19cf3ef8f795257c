package org.lowland.io.format;

import static org.lowland.io.format.Feature.ATOM_PROPERTIES;
import static org.lowland.io.format.Feature.BONDS;
import static org.lowland.io.format.Feature.BOND_ORDERS;
import static org.lowland.io.format.Feature.COORDINATES;
import static org.lowland.io.format.Feature.ENERGIES;
import static org.lowland.io.format.Feature.FIXED_ATOMS;
import static org.lowland.io.format.Feature.FORCES;
import static org.lowland.io.format.Feature.FORMAL_CHARGES;
import static org.lowland.io.format.Feature.ISOTOPES;
import static org.lowland.io.format.Feature.MULTIPLICITY;
import static org.lowland.io.format.Feature.NET_CHARGE;
import static org.lowland.io.format.Feature.PROPERTIES;
import static org.lowland.io.format.Feature.RADICALS;
import static org.lowland.io.format.Feature.SEVERAL;
import static org.lowland.io.format.Feature.STEREO;
import static org.lowland.io.format.Feature.STRESS;
import static org.lowland.io.format.Feature.TITLE;
import static org.lowland.io.format.Feature.UNIT_CELL;

import java.util.List;
import org.lowland.io.format.molecule.Cml;
import org.lowland.io.format.molecule.CmlText;
import org.lowland.io.format.molecule.Inchi;
import org.lowland.io.format.molecule.Json;
import org.lowland.io.format.molecule.Mol2;
import org.lowland.io.format.molecule.Mol2Text;
import org.lowland.io.format.molecule.Pdb;
import org.lowland.io.format.molecule.PdbText;

/** The formats of molecules beside MDL's. */
final class MoleculeFormats {
    private MoleculeFormats() {}

    static List<StructureFormat> list() {
        return List.of(
                StructureFormat.builder(
                                "inchi",
                                "InChI",
                                "standard InChI with titles, which moves protons: zwitterions come back uncharged")
                        .endings("inchi")
                        .carries(BONDS, BOND_ORDERS, NET_CHARGE, STEREO, ISOTOPES, TITLE, SEVERAL)
                        .by(Library.CDK, true)
                        .reading(Inchi::read)
                        .writing(Inchi::begin)
                        .knownBy(Inchi::isSo)
                        .build(),
                StructureFormat.builder("mol2", "MOL2", "MOL2 of Tripos; formal charges as charges of the user")
                        .endings("mol2")
                        .carries(COORDINATES, BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, STEREO, TITLE)
                        .carries(SEVERAL)
                        .reading(Mol2::read)
                        .writing(Mol2Text::begin)
                        .knownBy(Mol2::isSo)
                        .build(),
                StructureFormat.builder("cml", "CML", "Chemical Markup Language")
                        .endings("cml")
                        .carries(COORDINATES, BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, STEREO, ISOTOPES)
                        .carries(RADICALS, TITLE, SEVERAL, PROPERTIES, ENERGIES)
                        .reading(Cml::read)
                        .writing(CmlText::begin)
                        .knownBy(Cml::isSo)
                        .build(),
                StructureFormat.builder("pdb", "PDB", "PDB; CONECT as often as the order of a bond; three decimals")
                        .endings("pdb", "ent")
                        .carries(COORDINATES, BONDS, BOND_ORDERS, FORMAL_CHARGES, STEREO, UNIT_CELL)
                        .carries(TITLE, SEVERAL)
                        .reading(Pdb::read)
                        .writing(PdbText::begin)
                        .knownBy(Pdb::isSo)
                        .build(),
                StructureFormat.builder("json", "JSON", "one JSON object a line and a structure")
                        .endings("json", "jsonl")
                        .carries(COORDINATES, BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, ISOTOPES)
                        .carries(RADICALS, MULTIPLICITY, UNIT_CELL, TITLE, SEVERAL, PROPERTIES, ATOM_PROPERTIES)
                        .carries(FIXED_ATOMS, ENERGIES, FORCES, STRESS)
                        .writing(Json::begin)
                        .build());
    }
}
