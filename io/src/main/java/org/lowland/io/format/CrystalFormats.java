package org.lowland.io.format;

import static org.lowland.io.format.Feature.COORDINATES;
import static org.lowland.io.format.Feature.ENERGIES;
import static org.lowland.io.format.Feature.FIXED_ATOMS;
import static org.lowland.io.format.Feature.FORCES;
import static org.lowland.io.format.Feature.MULTIPLICITY;
import static org.lowland.io.format.Feature.NET_CHARGE;
import static org.lowland.io.format.Feature.SEVERAL;
import static org.lowland.io.format.Feature.TITLE;
import static org.lowland.io.format.Feature.UNIT_CELL;

import java.util.List;
import org.lowland.io.format.crystal.Cif;
import org.lowland.io.format.crystal.Poscar;
import org.lowland.io.format.crystal.Turbomole;
import org.lowland.io.format.crystal.Xsf;
import org.lowland.io.format.quantum.Gaussian;
import org.lowland.io.format.quantum.NwChem;
import org.lowland.io.format.quantum.Orca;

/** The formats of crystals and of programs of quantum chemistry. */
final class CrystalFormats {
    private CrystalFormats() {}

    static List<StructureFormat> list() {
        return List.of(
                StructureFormat.builder("cif", "CIF", "CIF with its symmetry applied, written in P 1; mmCIF is read")
                        .endings("cif", "mmcif", "mcif")
                        .carries(COORDINATES, UNIT_CELL, TITLE, SEVERAL)
                        .reading(Cif::read)
                        .writing(Cif::begin)
                        .knownBy(Cif::isSo)
                        .build(),
                StructureFormat.builder("poscar", "POSCAR", "POSCAR and CONTCAR of VASP, with fixed atoms")
                        .endings("poscar", "vasp")
                        .fileNames("poscar", "contcar")
                        .carries(COORDINATES, UNIT_CELL, TITLE, FIXED_ATOMS)
                        .reading(Poscar::read)
                        .writing(Poscar::begin)
                        .knownBy(Poscar::isSo)
                        .build(),
                StructureFormat.builder("xsf", "XSF", "XSF of XCrySDen with forces; AXSF is read")
                        .endings("xsf", "axsf")
                        .carries(COORDINATES, UNIT_CELL, TITLE, FORCES)
                        .reading(Xsf::read)
                        .writing(Xsf::begin)
                        .knownBy(Xsf::isSo)
                        .build(),
                StructureFormat.builder("coord", "coord", "coordinates of Turbomole and xtb")
                        .endings("coord", "tmol")
                        .fileNames("coord")
                        .carries(COORDINATES, UNIT_CELL, NET_CHARGE, FIXED_ATOMS)
                        .reading(Turbomole::read)
                        .writing(Turbomole::begin)
                        .knownBy(Turbomole::isSo)
                        .build(),
                StructureFormat.builder("gaussian", "Gaussian", "geometries, energies and forces of a Gaussian output")
                        .carries(COORDINATES, NET_CHARGE, MULTIPLICITY, SEVERAL, ENERGIES, FORCES)
                        .reading(Gaussian::read)
                        .knownBy(Gaussian::isSo)
                        .build(),
                StructureFormat.builder("nwchem", "NWChem", "geometries, energies and forces of an NWChem output")
                        .carries(COORDINATES, NET_CHARGE, MULTIPLICITY, SEVERAL, ENERGIES, FORCES)
                        .reading(NwChem::read)
                        .knownBy(NwChem::isSo)
                        .build(),
                StructureFormat.builder("orca", "ORCA", "geometries and energies of an ORCA output")
                        .carries(COORDINATES, NET_CHARGE, MULTIPLICITY, SEVERAL, ENERGIES)
                        .reading(Orca::read)
                        .knownBy(Orca::isSo)
                        .build());
    }
}
