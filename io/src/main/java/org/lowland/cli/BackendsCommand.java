package org.lowland.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the potentials and optimizers and their options. */
@Command(
        name = "backends",
        description = "Lists the potentials and optimizers; of one, its options and what there is to read of it.")
final class BackendsCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new BackendsCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description =
                    "a potential or an optimizer; with options, as in 'network?path=model.pt', the card of what was learned"
                            + " is that of the model they name")
    private String name;

    @Override
    public Integer call() {
        List<PotentialProvider> potentials = Providers.potentials().all();
        List<OptimizerProvider> optimizers = Providers.optimizers().all();
        if (name == null) {
            common.out().println("Potentials");
            potentials.forEach(this::line);
            common.out().println("Optimizers");
            optimizers.forEach(this::line);
            common.out().println("'lowland backends ID' shows more of one");
            return ExitCode.OK.code();
        }
        BackendSpec spec = BackendSpec.parse(name);
        String id = spec.id();
        List<org.lowland.api.spi.Provider> found = Stream.concat(potentials.stream(), optimizers.stream())
                .filter(p -> p.id().equals(id))
                .toList();
        if (found.isEmpty()) {
            String known = String.join(
                    ", ",
                    Stream.concat(potentials.stream(), optimizers.stream())
                            .map(org.lowland.api.spi.Provider::id)
                            .sorted()
                            .toList());
            throw new InputException("There is no potential or optimizer '" + id + "'; known: " + known);
        }
        for (org.lowland.api.spi.Provider provider : found) {
            Options options = Options.parse(provider, spec.options());
            details(provider);
            provider.card(options).ifPresent(this::card);
        }
        return ExitCode.OK.code();
    }

    private void line(org.lowland.api.spi.Provider provider) {
        common.out().printf("  %-20s %s%s%n", provider.id(), kind(provider), provider.description());
        provider.status().ifPresent(status -> common.out().printf("  %-20s %s%n", "", status));
    }

    private void details(org.lowland.api.spi.Provider provider) {
        common.out().println(provider.id() + ": " + kind(provider) + provider.description());
        provider.status().ifPresent(status -> common.out().println("  " + status));
        if (provider.options().isEmpty()) {
            common.out().println("  no options");
        }
        for (OptionSpec<?> option : provider.options()) {
            Optional<?> value = option.defaultValue();
            common.out()
                    .printf(
                            "  %-20s %s (%s%s)%n",
                            option.name(),
                            option.description(),
                            option.kind(),
                            value.map(v -> "; " + v + " when not given").orElse(""));
        }
        if (!provider.options().isEmpty()) {
            common.out()
                    .println("  write " + provider.id() + "?"
                            + provider.options().get(0).name() + "=...; more with '&'");
        }
    }

    private void card(String text) {
        common.out().println();
        common.out().println(text.strip());
    }

    private static String kind(org.lowland.api.spi.Provider provider) {
        return provider instanceof OptimizerProvider optimizer
                ? "[" + optimizer.kind().name().toLowerCase(Locale.ROOT) + "] "
                : "";
    }
}
