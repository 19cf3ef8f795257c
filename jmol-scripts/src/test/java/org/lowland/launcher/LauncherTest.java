package org.lowland.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command.Outcome;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script")
class LauncherTest {
    @TempDir
    Path folder;

    private SourceTree tree;

    @BeforeEach
    void plant() throws IOException {
        tree = new SourceTree(folder);
    }

    @Test
    void theFirstUseBuildsAndLaterOnesDoNot() throws Exception {
        Outcome first = tree.run("backends");
        Outcome second = tree.run("backends");

        assertThat(first.code()).isZero();
        assertThat(first.err()).startsWith("lowland: building").hasLineCount(1);
        assertThat(second.err()).isEmpty();
        assertThat(tree.builds()).isEqualTo(1);
        assertThat(tree.top().resolve(".lowland/lock")).doesNotExist();
    }

    @Test
    void argumentsAndTheExitCodeGoThroughUnchanged() throws Exception {
        Outcome outcome = tree.run(
                tree.top().resolve("lowland"), folder, Map.of("EXIT_CODE", "4"), "energy", "a  b", "", "*", "$HOME");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).endsWith("org.lowland.cli.Main\nenergy\na  b\n\n*\n$HOME\n");
        assertThat(outcome.out()).contains("/a tree/jmol-scripts/target/lowland-1.2/lib/a.jar\n");
    }

    @Test
    void aSecondStartUsesTheClassesLaidOutByTheFirst() throws Exception {
        tree.run();

        assertThat(tree.run().out()).contains("-XX:SharedArchiveFile=" + tree.top() + "/.lowland/lowland.jsa\n");
    }

    @Test
    void changedAddedAndDeletedSourcesAreBuilt() throws Exception {
        tree.run();
        Files.writeString(tree.source(), "class Some { int changed; }");
        tree.run();
        assertThat(tree.builds()).as("changed").isEqualTo(2);

        Path added = Files.writeString(tree.source().resolveSibling("Other.java"), "class Other {}");
        tree.run();
        assertThat(tree.builds()).as("added").isEqualTo(3);

        Files.delete(added);
        tree.run();
        assertThat(tree.builds()).as("deleted").isEqualTo(4);

        Files.writeString(tree.top().resolve("module/pom.xml"), "<project></project>");
        tree.run();
        assertThat(tree.builds()).as("pom").isEqualTo(5);

        tree.run();
        assertThat(tree.builds()).as("nothing").isEqualTo(5);
    }

    @Test
    void aMissingDistributionIsBuilt() throws Exception {
        tree.run();
        Files.delete(tree.top().resolve("jmol-scripts/target/lowland-1.2/lib/a.jar"));
        Files.delete(tree.top().resolve("jmol-scripts/target/lowland-1.2/lib"));
        tree.run();

        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildIsToldAndTriedAgain() throws Exception {
        tree.maven("echo 'cannot compile'; exit 1");
        Outcome failed = tree.run("backends");

        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("cannot compile", "lowland: the build failed");
        assertThat(tree.run().code()).isEqualTo(2);
        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    void theLockOfABuildThatWasKilledIsBroken() throws Exception {
        Files.createDirectories(tree.top().resolve(".lowland/lock"));
        Files.writeString(tree.top().resolve(".lowland/lock/owner"), "999999999\n");

        assertThat(tree.run().code()).isZero();
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void symbolicLinksAndOtherFoldersLeadHome() throws Exception {
        Path far = Files.createSymbolicLink(folder.resolve("far"), tree.top().resolve("lowland"));
        Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("a tree", "lowland"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), Path.of("near"));
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));

        for (Path link : new Path[] {far, near, chain}) {
            assertThat(tree.run(link, elsewhere, Map.of(), "x").code())
                    .as(link.toString())
                    .isZero();
        }
        assertThat(tree.run(Path.of("./lowland"), tree.top(), Map.of()).code()).isZero();
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void anOldJavaIsNamedWithTheRemedy() throws Exception {
        for (String version : new String[] {"11.0.2", "1.8.0_301", "16"}) {
            tree.java(version);
            Outcome outcome = tree.run();

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("needs 17 or newer", "JAVA_HOME");
        }
        tree.java("21");
        assertThat(tree.run().code()).isZero();
    }

    @Test
    void aWrongJavaHomeIsNamed() throws Exception {
        Outcome outcome = tree.run(tree.top().resolve("lowland"), folder, Map.of("JAVA_HOME", "/no/such/place"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("JAVA_HOME is /no/such/place");
    }

    @Test
    void javaHomeGoesBeforeThePath() throws Exception {
        Path home = Files.createDirectories(folder.resolve("my jdk/bin"));
        Files.move(tree.tools().resolve("java"), home.resolve("java"));

        assertThat(tree.run(tree.top().resolve("lowland"), folder, Map.of("JAVA_HOME", folder + "/my jdk"))
                        .code())
                .isZero();
    }

    @Test
    void missingToolsAreNamed() throws Exception {
        Files.delete(tree.tools().resolve("mvn"));
        assertThat(tree.run().err()).contains("no Maven found").contains("Maven 3.8 or newer");

        Files.delete(tree.tools().resolve("java"));
        assertThat(tree.run().err()).contains("no Java found").contains("JDK 17 or newer");
    }

    @Test
    void optionsForTheVirtualMachineAndMoreJarsAreAdded() throws Exception {
        Outcome outcome = tree.run(
                tree.top().resolve("lowland"),
                folder,
                Map.of("LOWLAND_JAVA_OPTIONS", "-Xmx1g -Da=b", "LOWLAND_CLASSPATH", "/my/plug in.jar"));

        assertThat(outcome.out()).contains("\n-Xmx1g\n-Da=b\n", "/lib/a.jar:/my/plug in.jar\n");
    }

    @Test
    void onlyJmolMayOpenWindows() throws Exception {
        assertThat(tree.run("jmol", "x.sdf").out()).doesNotContain("java.awt.headless");
        assertThat(tree.run("backends").out()).contains("\n-Djava.awt.headless=true\n");
    }

    @Test
    void anotherJmolTakesThePlaceOfOurs() throws Exception {
        tree.maven("mkdir -p jmol-scripts/target/lowland-1.2/lib; cd jmol-scripts/target/lowland-1.2/lib;"
                + " touch a.jar jmol-14.31.10.jar z.jar");
        Path lib = tree.top().resolve("jmol-scripts/target/lowland-1.2/lib");
        Path other = Files.writeString(folder.resolve("my Jmol.jar"), "");
        Map<String, String> environment = Map.of("LOWLAND_JMOL_JAR", other.toString());

        Outcome ours = tree.run("jmol");
        Outcome others = tree.run(tree.top().resolve("lowland"), folder, environment, "jmol", "-n");
        Outcome elsewhere = tree.run(tree.top().resolve("lowland"), folder, environment, "backends");

        assertThat(ours.out()).contains("\n" + lib + "/a.jar:" + lib + "/z.jar:" + lib + "/jmol-14.31.10.jar\n");
        assertThat(others.out()).contains("\n" + lib + "/a.jar:" + lib + "/z.jar:" + other + "\n");
        assertThat(others.out()).as("classes laid out for another class path").doesNotContain("SharedArchiveFile");
        assertThat(elsewhere.out()).contains("/jmol-14.31.10.jar\n").doesNotContain(other.toString());
    }

    @Test
    void anotherJmolThatIsNotThereIsNamed() throws Exception {
        Outcome outcome = tree.run(
                tree.top().resolve("lowland"), folder, Map.of("LOWLAND_JMOL_JAR", "/no/such/Jmol.jar"), "jmol", "-n");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("LOWLAND_JMOL_JAR is /no/such/Jmol.jar", "no such file", "unset it");
    }

    @Test
    void aDistributionStartsWithoutBuilding() throws Exception {
        Path home = Files.createDirectories(folder.resolve("dist ribution"));
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/b.jar"), "");
        Files.createDirectories(home.resolve("bin"));
        Path launcher = Files.copy(tree.top().resolve("lowland"), home.resolve("bin/lowland"));

        Outcome outcome = tree.run(launcher, folder, Map.of(), "backends");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains(home + "/lib/b.jar\norg.lowland.cli.Main\nbackends\n");
        assertThat(tree.builds()).isZero();
    }
}
