/**
 * The molecules of a recipe: lists of SMILES and files of structures, read and filtered; fragments of them; what is set
 * aside for tests; first structures. {@link org.lowland.potential.distill.species.SpeciesCatalog} puts it together.
 */
package org.lowland.potential.distill.species;
