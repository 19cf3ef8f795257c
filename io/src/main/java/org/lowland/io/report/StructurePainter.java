package org.lowland.io.report;

import java.util.Objects;
import org.lowland.api.LowlandException;
import org.lowland.io.format.Structure;

/**
 * Draws structures for a report. Found as a service, made when the page is written and closed after it;
 * without one a report has no pictures. Confined to one thread.
 */
public interface StructurePainter extends AutoCloseable {

    /**
     * Draws a structure before and after it was optimized, both from the same side: the later one lies on the earlier.
     *
     * @param before the structure as it was given, with coordinates in space
     * @param after the same atoms elsewhere
     * @return the pictures
     * @throws LowlandException when it cannot be drawn
     */
    Pictures paint(Structure before, Structure after);

    @Override
    void close();

    /**
     * Two pictures and what lies between them.
     *
     * @param before a PNG file
     * @param after a PNG file of the same size
     * @param rmsd the root mean square displacement of the atoms after superposition, in Å; NaN where it is not known
     */
    record Pictures(byte[] before, byte[] after, double rmsd) {
        /** Takes the arrays as they are. */
        public Pictures {
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }
    }
}
