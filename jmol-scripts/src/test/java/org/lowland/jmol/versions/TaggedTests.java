package org.lowland.jmol.versions;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.PrintWriter;
import org.jmol.viewer.Viewer;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests tagged {@code jmol} with whatever Jmol is on the class path. */
public final class TaggedTests {
    private static final int MOST_FAILURES = 20;

    private TaggedTests() {}

    /**
     * Runs them and ends the process, with 0 when tests ran and all succeeded.
     *
     * @param args none
     */
    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.lowland.jmol"))
                .filters(includeTags("jmol"), includeClassNamePatterns(".*Test"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true), MOST_FAILURES);
        System.out.printf(
                "Jmol %s: %d tests succeeded, %d failed, %d skipped%n",
                Viewer.getJmolVersion(),
                summary.getTestsSucceededCount(),
                summary.getTotalFailureCount(),
                summary.getTestsSkippedCount() + summary.getTestsAbortedCount());
        System.exit(summary.getTestsSucceededCount() > 0 && summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}
