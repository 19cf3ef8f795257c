package org.lowland.io.format;

import java.util.List;

/**
 * Brings formats into {@link Formats}, found as a service. It must load also where the library behind its formats is
 * missing, and list them as not available.
 */
public interface FormatProvider {

    /** {@return its formats, in the order of lists} */
    List<StructureFormat> formats();
}
