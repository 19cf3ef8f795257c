package org.lowland.jmol.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The energy of the model as it is. */
@Command(name = "energy", description = "Computes the energy, and the forces, of the model.", sortOptions = false)
final class EnergyVerb implements Verb {
    @Mixin
    private SinglePoint point;

    @Option(names = "--forces", description = "give the forces on all atoms too")
    private boolean forces;

    @Override
    public Answer run(Scene scene) {
        return point.evaluate(scene).answer(forces);
    }
}
