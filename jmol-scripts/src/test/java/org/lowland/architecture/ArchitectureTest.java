package org.lowland.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** The dependencies between the classes of all modules, whether they lie in jars or folders. */
@AnalyzeClasses(packages = "org.lowland", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modulesDependInOneChain = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("plugin-api")
            .definedBy("org.lowland.api..")
            .layer("io")
            .definedBy("org.lowland.io..", "org.lowland.cli..")
            .optionalLayer("potential-plugin")
            .definedBy("org.lowland.potential..")
            .optionalLayer("rl-optimizer-plugin")
            .definedBy("org.lowland.rl..")
            .optionalLayer("jmol-scripts")
            .definedBy("org.lowland.jmol..")
            .optionalLayer("test-resources")
            .definedBy("org.lowland.test..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("plugin-api")
            .mayNotAccessAnyLayer()
            .whereLayer("io")
            .mayOnlyAccessLayers("plugin-api")
            .whereLayer("potential-plugin")
            .mayOnlyAccessLayers("plugin-api", "io")
            .whereLayer("rl-optimizer-plugin")
            .mayOnlyAccessLayers("plugin-api", "io", "potential-plugin")
            .whereLayer("test-resources")
            .mayOnlyAccessLayers("plugin-api");

    @ArchTest
    static final ArchRule conceptsDoNotDependOnEachOtherInCircles =
            slices().matching("org.lowland.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule tensorsStayWithPotentialsAndPolicies = noClasses()
            .that()
            .resideOutsideOfPackages("org.lowland.potential..", "org.lowland.rl..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule oneAdapterKnowsTheInsideOfTheTensorLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.lowland.potential.torch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch.jni..");

    @ArchTest
    static final ArchRule jmolStaysBehindItsBridges = noClasses()
            .that()
            .resideOutsideOfPackages("org.lowland.jmol..", "org.lowland.io.jmol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jmol..", "javajs..", "org.openscience.jmol..", "org.openscience.chimetojmol..");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheTerminal = noClasses()
            .that(describe("are not part of the command line", (JavaClass type) -> !type.getPackageName()
                    .startsWith("org.lowland.cli")))
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static void noPackageLivesInTwoJars(JavaClasses classes) {
        Map<String, Set<String>> places = classes.stream()
                .collect(groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::place, toSet())));

        assertThat(places).isNotEmpty().allSatisfy((name, jars) -> assertThat(jars)
                .hasSize(1));
    }

    private static String place(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.substring(0, uri.length() - (type.getName().length() + ".class".length()));
    }
}
