package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;

@Tag("jmol")
class OtherVerbsTest {
    @TempDir
    Path folder;

    @Test
    void writesTheModelWithItsBonds() {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            Path file = folder.resolve("a b.sdf");

            JsonNode answer = jmol.verb("write '" + ScriptedJmol.script(file) + "'");

            assertThat(answer.get("atoms").intValue()).isEqualTo(21);
            MoleculeRecord read = (MoleculeRecord) only(file);
            assertThat(read.title()).isEqualTo("aspirin");
            assertThat(read.molecule().getBondCount()).isEqualTo(21);
            assertThat(read.molecule().getAtom(3).getPoint3d().x).isCloseTo(jmol.coordinates()[9], within(1e-4));
        }
    }

    @Test
    void writesXyzAndSaysWhatIsLost() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            Path file = folder.resolve("b.xyz");

            assertThat(jmol.verb("convert " + ScriptedJmol.script(file))
                            .get("format")
                            .textValue())
                    .isEqualTo("xyz");
            assertThat(only(file).atoms()).isEqualTo(14);
            assertThat(jmol.said()).anyMatch(line -> line.contains("XYZ holds no bonds"));

            Path strict = folder.resolve("c.xyz");
            assertThat(jmol.verb("convert --strict " + ScriptedJmol.script(strict))
                            .has("error"))
                    .isTrue();
            assertThat(strict).doesNotExist();
        }
    }

    private static Structure only(Path file) {
        try (RecordReader<? extends Structure> reader = StructureFormat.of(file).open(file)) {
            Structure structure = reader.next();
            assertThat(reader.hasNext()).isFalse();
            return structure;
        }
    }

    @Test
    void filesWithoutAFolderGoToJmolsOwn() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            jmol.run("cd \"" + ScriptedJmol.script(folder) + "\"");

            jmol.verb("write here.sdf");

            assertThat(folder.resolve("here.sdf")).isNotEmptyFile();
        }
    }

    @Test
    void saysWhatAPotentialIsNotFor() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            for (String verb : new String[] {"energy", "optimize --steps 1"}) {
                jmol.said().clear();
                jmol.verb(verb + " --potential aspirin");
                assertThat(jmol.said()).anyMatch(line -> line.contains("warning: 'aspirin' was made for C9H8O4 alone"));
            }
        }
    }

    @Test
    void listsBackendsAndTheirOptions() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            JsonNode all = jmol.verb("backends");
            assertThat(all.get("potentials").fieldNames()).toIterable().contains("organic", "lj");
            assertThat(all.get("optimizers").fieldNames()).toIterable().contains("rfo", "basin-hopping");
            assertThat(jmol.verb("backends basin-hopping").get("options").fieldNames())
                    .toIterable()
                    .contains("temperature");
            assertThat(jmol.verb("backends none").get("error").textValue()).contains("rfo", "organic");
        }
    }

    @Test
    void helpsWithAllVerbsAndEachOfThem() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            assertThat(jmol.verb("help").get("help").textValue())
                    .contains(
                            "optimize", "energy", "forces", "convert", "backends", "plot", "animate", "lowlandResult");
            assertThat(jmol.verb("").get("help").textValue()).contains("optimize");
            assertThat(jmol.verb("help optimize").get("help").textValue()).contains("--constrain", "--seeds");
            assertThat(jmol.verb("help nothing").get("error").textValue()).contains("there are:");
        }
    }

    @Test
    void plotsTheLastRun() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            Path file = folder.resolve("run.png");
            jmol.verb("optimize --quiet");

            jmol.verb("plot '" + ScriptedJmol.script(file) + "'");

            assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(100);
        }
    }

    @Test
    void joinsPicturesToAnAnimation() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            jmol.run("cd \"" + ScriptedJmol.script(folder) + "\"; background white;"
                    + " for (var i = 1; i < 4; i++) { rotate y 40; var f = 'f' + i + '.png'; write IMAGE 60 40 PNG @f; }"
                    + " write IMAGE 50 40 PNG 'other.png'");

            assertThat(jmol.verb("animate wrong.gif f1.png other.png")
                            .get("error")
                            .textValue())
                    .contains("size");
            assertThat(folder.resolve("wrong.gif")).doesNotExist();
            assertThat(jmol.verb("animate all.gif f1.png f2.png f3.png --remove")
                            .get("frames")
                            .intValue())
                    .isEqualTo(3);

            assertThat(folder.resolve("f1.png")).doesNotExist();
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            try (ImageInputStream in =
                    ImageIO.createImageInputStream(folder.resolve("all.gif").toFile())) {
                reader.setInput(in);
                assertThat(reader.getNumImages(true)).isEqualTo(3);
                BufferedImage first = reader.read(0);
                assertThat(first.getWidth()).isEqualTo(60);
                assertThat(first.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
            }
            assertThat(Files.readString(folder.resolve("all.gif"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("GIF89a")
                    .contains("NETSCAPE2.0");
        }
    }
}
