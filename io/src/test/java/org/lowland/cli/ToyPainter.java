package org.lowland.cli;

import org.lowland.io.format.Structure;
import org.lowland.io.report.StructurePainter;

/** Draws nothing, and fails as a machine without fonts does for what is called "unpaintable". */
public final class ToyPainter implements StructurePainter {
    @Override
    public Pictures paint(Structure before, Structure after) {
        if (before.title().equals("unpaintable")) {
            throw new InternalError("no fonts");
        }
        return new Pictures(new byte[] {1}, new byte[] {2}, 0.25);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
