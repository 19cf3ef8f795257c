/**
 * Data sets of labelled structures: NumPy archives in the layout of rMD17, extended XYZ, and HDF5 in the layout of the ANI
 * sets. {@link org.lowland.io.dataset.DataSetReader} turns any of them into
 * {@link org.lowland.io.dataset.Sample}s in Å, eV and eV/Å.
 */
package org.lowland.io.dataset;
