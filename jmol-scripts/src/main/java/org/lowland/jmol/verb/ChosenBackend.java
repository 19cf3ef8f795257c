package org.lowland.jmol.verb;

import java.util.Optional;
import org.lowland.api.spi.BackendId;
import org.lowland.jmol.backend.Backends;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The variable lowlandBackend as the default of {@code --potential} and {@code --optimizer}. */
final class ChosenBackend implements IDefaultValueProvider {
    private final Backends backends;

    ChosenBackend(Backends backends) {
        this.backends = backends;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        Optional<BackendId> chosen = backends.chosen().map(BackendId::parse);
        if (chosen.isEmpty() || !(argument instanceof OptionSpec option)) {
            return null;
        }
        return switch (option.longestName()) {
            case "--potential" -> chosen.get().potential().toString();
            case "--optimizer" -> chosen.get().optimizer().toString();
            default -> null;
        };
    }
}
