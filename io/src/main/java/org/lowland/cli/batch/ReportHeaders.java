package org.lowland.cli.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.io.report.ReportHeader;
import org.openscience.cdk.config.Elements;

/** Says in a report what a run was asked to do. */
public final class ReportHeaders {
    private ReportHeaders() {}

    /**
     * The header of an optimization.
     *
     * @param inputs the names of the inputs
     * @param command what was typed
     * @param version of Lowland
     * @param plan what is to be done
     * @param card the potential's model card, where it has one
     * @return the header
     */
    public static ReportHeader of(
            List<String> inputs, String command, String version, OptimizationRun.Plan plan, Optional<String> card) {
        OptimizationOptions options = plan.options();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("command", command);
        settings.put("optimizer", plan.optimizer().id());
        settings.put("converged at", "no force on a free atom above " + options.fmax() + " eV/Å");
        settings.put("most steps", String.valueOf(options.steps()));
        settings.put(
                "most evaluations",
                options.evaluations() == Long.MAX_VALUE ? "no limit" : String.valueOf(options.evaluations()));
        if (plan.seeds() > 1) {
            settings.put("seeds", options.seed() + " to " + (options.seed() + plan.seeds() - 1));
        }
        int batch = plan.potential().batching().atoms();
        settings.put(
                "in parallel",
                plan.threads()
                        + (plan.threads() == 1 ? " thread, " : " threads, ")
                        + (batch == 1 ? "one structure each" : "batches of up to " + batch + " atoms each"));
        settings.put("version", version);
        settings.put(
                "machine",
                "Java " + System.getProperty("java.version") + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        String title =
                (inputs.size() == 1 ? inputs.get(0).replaceFirst("^.*[/\\\\](?=.)", "") : inputs.size() + " files")
                        + " on " + plan.potential().id();
        return new ReportHeader(title, settings, options.fmax(), potential(plan.potential()), card);
    }

    private static Map<String, String> potential(Potential potential) {
        Domain domain = potential.domain();
        Map<String, String> about = new LinkedHashMap<>();
        about.put("potential", potential.id());
        about.put("level of theory", domain.levelOfTheory());
        about.put("elements", domain.elements().map(ReportHeaders::symbols).orElse("all"));
        about.put("net charges", domain.charges().map(ReportHeaders::list).orElse("play no part"));
        about.put(
                "spin multiplicities",
                domain.multiplicities().map(ReportHeaders::list).orElse("play no part"));
        about.put("periodic cells", domain.periodic() ? "yes" : "no");
        about.put("cutoff", domain.cutoff().isPresent() ? domain.cutoff().getAsDouble() + " Å" : "none");
        about.put("smooth", domain.smooth() ? "yes" : "no");
        about.put("forces", forces(domain));
        domain.molecules().ifPresent(formulas -> about.put("made for", String.join(", ", formulas)));
        return about;
    }

    private static String forces(Domain domain) {
        return switch (domain.forces()) {
            case CONSERVATIVE -> "the gradient of the energy";
            case DIRECT -> "no gradient of the energy";
            case ALONE -> "no gradient; there is no energy";
        };
    }

    private static String symbols(Set<Integer> numbers) {
        return numbers.stream().map(z -> Elements.ofNumber(z).symbol()).collect(Collectors.joining(" "));
    }

    private static String list(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
