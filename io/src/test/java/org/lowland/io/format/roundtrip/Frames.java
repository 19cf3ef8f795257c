package org.lowland.io.format.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;
import org.lowland.test.Structures;

/** Frames of trajectories and data sets: energies, forces, stress, charges, multiplicities, properties of atoms. */
final class Frames {
    private Frames() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(11);
        for (int step = 0; step < 4; step++) {
            add(samples, "trajectory", labelled(Structures.ethanol(), step, random));
        }
        AtomicSystem salt = salt();
        for (int step = 0; step < 4; step++) {
            LabelledFrame frame = labelled(salt, step, random);
            Evaluation stressed = frame.evaluation().orElseThrow().withStress(new double[] {
                0.01, 0.002, 0.003, 0.002, -0.02, 0.001, 0.003, 0.001, 0.005 * step + 0.001
            });
            add(
                    samples,
                    "trajectory of a crystal",
                    new LabelledFrame(frame.system(), Optional.of(stressed), "", frame.info(), List.of()));
        }
        add(samples, "charged frame", LabelledFrame.of(charged(1, 1)));
        add(samples, "charged frame", LabelledFrame.of(charged(-1, 3)));
        add(samples, "triplet", LabelledFrame.of(oxygen()));
        AtomicSystem water = Structures.water();
        add(
                samples,
                "properties of atoms",
                new LabelledFrame(
                        bare(water),
                        Optional.empty(),
                        "",
                        Map.of("temperature", "298.15", "origin", "made up = \"so\""),
                        List.of(
                                new AtomColumn("label", 'S', 1, List.of("OW", "HW1", "HW2")),
                                new AtomColumn(
                                        "dipole",
                                        'R',
                                        3,
                                        List.of("0.1", "0.2", "0.3", "0.0", "-0.5", "1.0", "2.0", "3.0", "1e-05")))));
        add(samples, "energy alone", LabelledFrame.of(bare(water)).with("energy", "-76.4"));
        add(
                samples,
                "forces alone",
                new LabelledFrame(
                        bare(water),
                        Optional.empty(),
                        "",
                        Map.of(),
                        List.of(new AtomColumn(
                                "forces",
                                'R',
                                3,
                                List.of("0.1", "0.2", "0.3", "0.0", "-0.5", "1.0", "2.0", "3.0", "1e-05")))));
        return samples;
    }

    private static void add(List<Sample> samples, String kind, LabelledFrame frame) {
        String name = "f" + samples.size();
        samples.add(new Sample(name, kind, frame.with("name", name)));
    }

    private static AtomicSystem bare(AtomicSystem system) {
        return AtomicSystem.of(system.atomicNumbers(), system.positions());
    }

    private static LabelledFrame labelled(AtomicSystem system, int step, Random random) {
        double[] positions = system.positions();
        double[] forces = new double[positions.length];
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.02 * random.nextGaussian();
            forces[k] = random.nextGaussian();
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(system.atomicNumbers(), positions);
        system.cell().ifPresent(builder::cell);
        return LabelledFrame.of(builder.build(), Evaluation.of(-100.5 - 0.001 * step, forces))
                .with("step", String.valueOf(step));
    }

    private static AtomicSystem charged(int charge, int multiplicity) {
        AtomicSystem methane = Structures.methane();
        int[] numbers = java.util.Arrays.copyOf(methane.atomicNumbers(), 4);
        return AtomicSystem.builder(numbers, java.util.Arrays.copyOf(methane.positions(), 12))
                .charge(charge)
                .multiplicity(multiplicity)
                .build();
    }

    private static AtomicSystem oxygen() {
        return AtomicSystem.builder(new int[] {8, 8}, new double[] {0, 0, 0, 1.21, 0, 0})
                .multiplicity(3)
                .build();
    }

    private static AtomicSystem salt() {
        return AtomicSystem.builder(new int[] {11, 17}, new double[] {0.1, 0.2, 0.3, 2.9, 2.8, 2.7})
                .cell(Cell.of(new double[] {0, 2.8, 2.8, 2.8, 0, 2.8, 2.8, 2.8, 0}, true, true, true))
                .build();
    }
}
