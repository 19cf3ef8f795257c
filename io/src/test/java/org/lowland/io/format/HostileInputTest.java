package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;

/** Input that was made to fill the memory or the time is refused, and the message says how the limit is raised. */
class HostileInputTest {
    private static final long TWO_GIGABYTES = 1L << 31;

    /** The same bytes again and again, counted. */
    private static final class Endless extends InputStream {
        private final byte[] unit;
        private final long length;
        private long given;

        private Endless(String unit, long length) {
            this.unit = unit.getBytes(StandardCharsets.US_ASCII);
            this.length = length;
        }

        @Override
        public int read() {
            return given == length ? -1 : unit[(int) (given++ % unit.length)];
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            int some = (int) Math.min(count, length - given);
            for (int k = 0; k < some; k++) {
                bytes[offset + k] = unit[(int) ((given + k) % unit.length)];
            }
            given += some;
            return some == 0 && count > 0 ? -1 : some;
        }
    }

    private static Stream<String> ownReaders() {
        return Formats.all().list().stream()
                .filter(format -> format.readable() && format.reading().isPresent() && format.library() != Library.JMOL)
                .map(StructureFormat::id);
    }

    private static String front(String id) {
        return switch (id) {
            case "sdf" -> "title\n";
            case "xyz" -> "1\n";
            case "cml" -> "<cml><molecule title='";
            case "mol2" -> "@<TRIPOS>MOLECULE\n";
            case "cif" -> "data_x\n_cell_length_a ";
            default -> "";
        };
    }

    @ParameterizedTest
    @MethodSource("ownReaders")
    void aLineOfTwoGigabytes(String id) {
        Endless stream = new Endless("C", TWO_GIGABYTES);
        String message = failure(id, front(id), stream, Limits.standard().withRecord(1 << 23));
        assertThat(message).containsAnyOf("raise it with --max-line", "raise it with --max-record");
        assertThat(stream.given).isLessThan(1 << 25);
    }

    @ParameterizedTest
    @MethodSource("ownReaders")
    void linesWithoutAnEnd(String id) {
        Endless stream = new Endless(id.equals("cml") ? "<a/>\n" : "\n", TWO_GIGABYTES);
        String message = failure(
                id,
                id.equals("cml") ? "<molecule>" : front(id),
                stream,
                Limits.standard().withRecord(1 << 23));
        assertThat(message)
                .contains("is larger than the limit of 8388608 characters")
                .contains("--max-record");
        assertThat(stream.given).isLessThan(1 << 25);
    }

    private static String failure(String id, String front, InputStream rest, Limits limits) {
        InputStream all =
                new SequenceInputStream(new ByteArrayInputStream(front.getBytes(StandardCharsets.US_ASCII)), rest);
        String last = "";
        try (RecordReader<? extends Structure> reader =
                StructureFormat.byId(id).read("in", TextFiles.reader(all, "in", limits))) {
            while (reader.hasNext()) {
                try {
                    reader.next();
                } catch (InputException e) {
                    last = e.getMessage();
                }
            }
        } catch (InputException e) {
            last = e.getMessage();
        }
        return last;
    }

    @Test
    void atomsThatAreOnlyClaimed() {
        String sdf =
                """
                x
                  made

                  0  0  0     0  0            999 V3000
                M  V30 BEGIN CTAB
                M  V30 COUNTS 999999 0 0 0 0
                M  V30 BEGIN ATOM
                M  V30 1 C 0 0 0 0
                M  V30 END ATOM
                M  V30 END CTAB
                M  END
                $$$$
                """;
        assertThat(failure("sdf", sdf, InputStream.nullInputStream(), Limits.standard()))
                .isEqualTo("in, record 1 (x): it says that it has 999999 atoms, more than the limit of 500000; where"
                        + " that is right, raise it with --max-atoms");
        assertThat(failure(
                        "sdf",
                        sdf,
                        InputStream.nullInputStream(),
                        Limits.standard().withAtoms(1_000_000)))
                .contains("it holds 1 atoms where its counts line says 999999");
        // V2000 has three columns for each count.
        assertThat(failure(
                        "sdf",
                        "x\n\n\n999999  0  0  0  0  0  0  0  0999 V2000\nM  END\n$$$$\n",
                        InputStream.nullInputStream(),
                        Limits.standard()))
                .contains("the record ends after 0 of 999 atoms");
        assertThat(failure("xyz", "999999\n\nC 0 0 0\n", InputStream.nullInputStream(), Limits.standard()))
                .contains("more than the limit of 500000");
        assertThat(failure(
                        "xsf",
                        "ATOMS\n6 0 0 0\n6 0 0 2\n",
                        InputStream.nullInputStream(),
                        Limits.standard().withAtoms(1)))
                .contains("more than the limit of 1");
        assertThat(failure(
                        "poscar",
                        "x\n1\n9 0 0\n0 9 0\n0 0 9\n" + "C ".repeat(9999) + "\n" + "9 ".repeat(9999)
                                + "\nDirect\n0 0 0\n",
                        InputStream.nullInputStream(),
                        Limits.standard()))
                .contains("the record has no lines for");
    }

    @Test
    void aFrameThatIsTooLargeIsPassedOver() {
        String xyz = "3\nlarge\nC 0 0 0\nC 0 0 2\nC 0 0 4\n1\nsmall\nHe 0 0 0\n";
        try (RecordReader<? extends Structure> reader = StructureFormat.byId("xyz")
                .read(
                        "in",
                        TextFiles.reader(
                                new ByteArrayInputStream(xyz.getBytes(StandardCharsets.US_ASCII)),
                                "in",
                                Limits.standard().withAtoms(2)))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(InputException.class)
                    .hasMessage("in, frame 1 (large): it says that it has 3 atoms, more than the limit of 2; where"
                            + " that is right, raise it with --max-atoms");
            assertThat(reader.next().title()).isEqualTo("small");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void compressedNothing(@TempDir Path folder) throws IOException {
        Path bomb = folder.resolve("bomb.xyz.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] frames = "1\n\nHe 0 0 0\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int k = 0; k < 64; k++) {
                out.write(frames);
            }
        }
        Files.write(bomb, bytes.toByteArray());
        assertThat(bytes.size()).isLessThan(200_000);
        int frames = 0;
        try (RecordReader<? extends Structure> reader =
                StructureFormat.byId("xyz").open(bomb, Limits.standard().withUnpacked(1 << 20))) {
            String refused = "";
            while (reader.hasNext()) {
                try {
                    reader.next();
                    frames++;
                } catch (InputException e) {
                    refused = e.getMessage();
                }
            }
            assertThat(refused)
                    .contains("unpacked it is more than the limit of 1048576 bytes")
                    .contains("--max-unpacked");
        }
        assertThat(frames).isBetween(1, 1 << 17);
    }

    @Test
    void operationsWithoutNumber() {
        StringBuilder cif = new StringBuilder("data_x\n");
        for (String name : List.of("length_a", "length_b", "length_c")) {
            cif.append("_cell_").append(name).append(" 9\n");
        }
        cif.append("loop_\n_symmetry_equiv_pos_as_xyz\n'x,y,z'\n");
        for (int k = 1; k < 20_000; k++) {
            cif.append("x+").append(k).append("/20001,y,z\n");
        }
        cif.append("loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nC1 0 0 0\n");
        assertThat(failure("cif", cif.toString(), InputStream.nullInputStream(), Limits.standard()))
                .contains("there are 20000 symmetry operations");
    }
}
