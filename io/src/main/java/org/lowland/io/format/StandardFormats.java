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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The formats that are served here. */
final class StandardFormats implements FormatProvider {
    private static final Feature[] CHEMISTRY = {
        COORDINATES, BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, STEREO, ISOTOPES, RADICALS, TITLE
    };
    private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s*");

    @Override
    public List<StructureFormat> formats() {
        List<StructureFormat> formats = new ArrayList<>(List.of(sdf(), v3000(), xyz(), smiles()));
        formats.addAll(MoleculeFormats.list());
        formats.addAll(CrystalFormats.list());
        return formats;
    }

    private static StructureFormat sdf() {
        return StructureFormat.builder("sdf", "SDF", "SDF and MOL files, V2000 and V3000, with data items")
                .endings("sdf", "sd", "mol", "mdl")
                .carries(CHEMISTRY)
                .carries(SEVERAL, PROPERTIES, ENERGIES)
                .reading(SdfReader::of)
                .writing(output -> appender(SdfWriter.over(output.writer())))
                .knownBy(head -> head.line(3).contains("V2000") || head.line(3).contains("V3000"))
                .build();
    }

    private static StructureFormat v3000() {
        return StructureFormat.builder("v3000", "SDF", "SDF written as V3000 whatever its size; read as 'sdf'")
                .carries(CHEMISTRY)
                .carries(SEVERAL, PROPERTIES, ENERGIES)
                .writing(output -> appender(SdfWriter.v3000(output.writer())))
                .build();
    }

    private static StructureFormat xyz() {
        return StructureFormat.builder(
                        "xyz", "XYZ", "XYZ and extended XYZ with cell, energy, forces, charge and other properties")
                .endings("xyz", "extxyz")
                .carries(COORDINATES, NET_CHARGE, UNIT_CELL, SEVERAL, PROPERTIES, ATOM_PROPERTIES, FIXED_ATOMS)
                .carries(MULTIPLICITY, TITLE, ENERGIES, FORCES, STRESS)
                .reading(XyzReader::of)
                .writing(output -> {
                    XyzWriter writer = XyzWriter.over(output.writer());
                    return structure -> writer.write((LabelledFrame) structure);
                })
                .knownBy(head -> COUNT.matcher(head.line(0)).matches()
                        && (head.isNumbers(2, 1, 3) || head.line(1).contains("Properties=")))
                .build();
    }

    private static StructureFormat smiles() {
        return StructureFormat.builder("smiles", "SMILES", "SMILES with titles; hydrogens are added and 3D built")
                .endings("smi", "smiles")
                .carries(BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, STEREO, ISOTOPES, RADICALS)
                .carries(TITLE, SEVERAL)
                .by(Library.CDK, true)
                .reading(SmilesReader::of)
                .writing(LineNotation::smiles)
                .build();
    }

    private static RecordAppender appender(SdfWriter writer) {
        return structure -> writer.write((MoleculeRecord) structure);
    }
}
