package org.lowland.io.format;

import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;

/**
 * Makes CDK's molecules of one connection table after the other. CDK's readers are kept, since each new one looks for a
 * logging library in every jar. Confined to one thread.
 */
final class CtabMolecules {
    private final MDLV2000Reader older = new MDLV2000Reader();
    private final MDLV3000Reader newer = new MDLV3000Reader();

    /** Makes a molecule; throws an InputException where CDK does not understand the text. */
    IAtomContainer of(Ctab table) {
        return CtabText.molecule(table instanceof CtabV2000 ? older : newer, table);
    }
}
