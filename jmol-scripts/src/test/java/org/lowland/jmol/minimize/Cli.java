package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.cli.Main;

/** The command line, run within the test. */
final class Cli {
    private static final Pattern ENERGY = Pattern.compile("\"energy_eV\":([-0-9.eE]+)");

    private Cli() {}

    /** The energies in eV of all structures that {@code optimize} gave. */
    static List<Double> optimize(String... arguments) {
        List<String> all = new ArrayList<>(List.of("optimize", "--json", "-"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new Main()
                .run(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        all.toArray(new String[0]));
        Matcher energy = ENERGY.matcher(out.toString(StandardCharsets.UTF_8));
        List<Double> energies = new ArrayList<>();
        while (energy.find()) {
            energies.add(Double.parseDouble(energy.group(1)));
        }
        assertThat(energies).as(err.toString(StandardCharsets.UTF_8)).isNotEmpty();
        return energies;
    }
}
