package org.lowland.io.cdk;

import org.junit.jupiter.api.Nested;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.IChemObjectWriter;
import org.openscience.cdk.io.Mol2Writer;
import org.openscience.cdk.io.XYZWriter;

/** Our writers and some of CDK's own. */
class WriterContractTest {

    @Nested
    class ExtendedXyz extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new ExtendedXyzWriter();
        }
    }

    @Nested
    class Poscar extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new PoscarWriter();
        }

        @Override
        IAtomContainer object() {
            return crystal();
        }
    }

    @Nested
    class Xsf extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new XsfWriter();
        }

        @Override
        IAtomContainer object() {
            return crystal();
        }
    }

    @Nested
    class Coord extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new CoordWriter();
        }
    }

    @Nested
    class CdkXyz extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new XYZWriter();
        }
    }

    @Nested
    class CdkMol2 extends ChemObjectWriterContract {
        @Override
        IChemObjectWriter writer() {
            return new Mol2Writer();
        }
    }
}
