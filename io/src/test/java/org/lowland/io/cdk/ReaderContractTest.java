package org.lowland.io.cdk;

import org.junit.jupiter.api.Nested;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.Mol2Reader;
import org.openscience.cdk.io.XYZReader;

/** Our readers and, so that the contract is CDK's and not only ours, some of CDK's own. */
class ReaderContractTest {

    @Nested
    class ExtendedXyz extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new ExtendedXyzReader();
        }

        @Override
        String text() {
            return "2\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3 energy=-1\nC 0 0 0\nO 0 0 1.1\n";
        }
    }

    @Nested
    class Poscar extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new PoscarReader();
        }

        @Override
        String text() {
            return "salt\n1.0\n4 0 0\n0 4 0\n0 0 4\nNa Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";
        }
    }

    @Nested
    class Xsf extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new XsfReader();
        }

        @Override
        String text() {
            return "CRYSTAL\nPRIMVEC\n4 0 0\n0 4 0\n0 0 4\nPRIMCOORD\n2 1\n11 0 0 0\n17 2 2 2\n";
        }
    }

    @Nested
    class Coord extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new CoordReader();
        }

        @Override
        String text() {
            return "$coord\n0 0 0 na\n4 4 4 cl\n$periodic 3\n$lattice\n8 0 0\n0 8 0\n0 0 8\n$end\n";
        }
    }

    @Nested
    class CdkXyz extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new XYZReader();
        }

        @Override
        String text() {
            return "2\nplain\nC 0 0 0\nO 0 0 1.1\n";
        }
    }

    @Nested
    class CdkMol extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new MDLV2000Reader();
        }

        @Override
        String text() {
            return """
                    x
                      made              3D

                      2  1  0  0  0  0  0  0  0  0999 V2000
                        0.0000    0.0000    0.0000 C   0  0
                        0.0000    0.0000    1.2000 O   0  0
                      1  2  2  0
                    M  END
                    """;
        }
    }

    @Nested
    class CdkMol2 extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new Mol2Reader();
        }

        @Override
        String text() {
            return "@<TRIPOS>MOLECULE\nx\n2 1\nSMALL\nNO_CHARGES\n\n@<TRIPOS>ATOM\n1 C1 0 0 0 C.2\n2 O2 0 0 1.2 O.2\n"
                    + "@<TRIPOS>BOND\n1 1 2 2\n";
        }
    }

    @Nested
    class Cml extends ChemObjectReaderContract {
        @Override
        ISimpleChemObjectReader reader() {
            return new SecuredCmlReader();
        }

        @Override
        boolean takesText() {
            return false;
        }

        @Override
        String text() {
            return "<?xml version=\"1.0\"?>\n<cml xmlns=\"http://www.xml-cml.org/schema\"><molecule id=\"m\"><atomArray>"
                    + "<atom id=\"a\" elementType=\"C\"/><atom id=\"b\" elementType=\"O\"/></atomArray></molecule></cml>\n";
        }
    }
}
