package org.lowland.potential.ani;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.spi.Options;
import org.lowland.potential.torch.TorchRuntime;

/** A folder of the published form, with one element and networks of two hidden units, and what may be wrong with it. */
class AniFolderTest {
    private static final int COMPONENTS = 6;
    private static final int[] WIDTHS = {2, 2, 2, 1};

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("rH.params"),
                """
                TM = 1
                Rcr = 5.1000e+00
                Rca = 3.5000e+00
                EtaR = [1.9700000e+01]
                ShfR = [8.0000000e-01,1.6000000e+00]
                Zeta = [1.4100000e+01]
                ShfZ = [3.9269908e-01,1.1780972e+00]
                EtaA = [1.2500000e+01]
                ShfA = [8.0000000e-01,1.1375000e+00]
                Atyp = [H]
                """);
        Files.writeString(folder.resolve("sae_linfit.dat"), "H,0=-0.5978583943827134\n");
        for (int member = 0; member < AniFolder.MEMBERS; member++) {
            Path networks = Files.createDirectories(folder.resolve("train" + member + "/networks"));
            int inputs = COMPONENTS;
            for (int layer = 1; layer <= WIDTHS.length; layer++) {
                int width = WIDTHS[layer - 1];
                floats(networks.resolve("ANN-H.nnf-l" + layer + ".wparam"), inputs * width);
                floats(networks.resolve("ANN-H.nnf-l" + layer + ".bparam"), width);
                inputs = width;
            }
        }
    }

    private static void floats(Path file, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < count; k++) {
            bytes.putFloat(k + 0.5f);
        }
        Files.write(file, bytes.array());
    }

    @Test
    void readsTheNumbers() {
        AniEnsemble ensemble = AniFolder.read(folder);
        assertThat(ensemble.members()).isEqualTo(8);
        assertThat(ensemble.descriptor().elements()).containsExactly(1);
        assertThat(ensemble.descriptor().size()).isEqualTo(COMPONENTS);
        assertThat(ensemble.descriptor().radialShifts()).containsExactly(0.8, 1.6);
        assertThat(ensemble.selfEnergies()).containsEntry(1, -0.5978583943827134);
        assertThat(ensemble.layer(7, 0, 1).weights()).containsExactly(0.5f, 1.5f, 2.5f, 3.5f);
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Files.delete(folder.resolve("train5/networks/ANN-H.nnf-l3.wparam"));
        refused("ANN-H.nnf-l3.wparam is missing", "train5");
        Files.delete(folder.resolve("sae_linfit.dat"));
        refused("sae_linfit.dat is missing");
        Files.delete(folder.resolve("rH.params"));
        refused("0 files *.params instead of one");
    }

    @Test
    void truncatedAndForeignFilesAreNamed() throws IOException {
        Path file = folder.resolve("train2/networks/ANN-H.nnf-l2.wparam");
        floats(file, 3);
        refused("ANN-H.nnf-l2.wparam holds 3 weights instead of 2 x 2", "train2");
        Files.write(file, new byte[5]);
        refused("ANN-H.nnf-l2.wparam has 5 bytes");
        Files.write(file, new byte[0]);
        refused("ANN-H.nnf-l2.wparam has 0 bytes");
        byte[] notFinite = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(Float.NaN)
                .array();
        Files.write(file, notFinite);
        refused("ANN-H.nnf-l2.wparam holds a number that is not finite");
    }

    @Test
    void networksOfOtherWidthsAreRefused() throws IOException {
        Path networks = folder.resolve("train6/networks");
        floats(networks.resolve("ANN-H.nnf-l1.wparam"), COMPONENTS * 3);
        floats(networks.resolve("ANN-H.nnf-l1.bparam"), 3);
        floats(networks.resolve("ANN-H.nnf-l2.wparam"), 3 * 2);
        refused("train6", "other widths");
        floats(networks.resolve("ANN-H.nnf-l4.wparam"), 2 * 2);
        floats(networks.resolve("ANN-H.nnf-l4.bparam"), 2);
        refused("train6", "2 outputs instead of one");
    }

    @Test
    void unreadableParametersAreNamed() throws IOException {
        Path file = folder.resolve("rH.params");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("Rca", "Rcx"));
        refused("rH.params has no line 'Rca = ...'");
        Files.writeString(file, text.replace("5.1000e+00", "five"));
        refused("rH.params", "'Rcr = five' is not a list of numbers");
        Files.writeString(file, text.replace("[1.9700000e+01]", "[1,2]"));
        refused("'EtaR' has 2 values instead of one");
        Files.writeString(file, text.replace("[H]", "[H,Xx]"));
        refused("'Xx' is not an element");
        Files.writeString(file, text.replace("[H]", "[H,C]"));
        refused("sae_linfit.dat has no self energy of C");
    }

    @Test
    void providerReadsTheFolderAndRefusesWhatIsNone() {
        AniProvider provider = new AniProvider();
        try (AniPotential potential = provider.create(options(provider, folder, "cpu"))) {
            assertThat(potential.domain().cutoff()).hasValue(5.1);
            assertThat(potential.domain().elements().orElseThrow()).containsExactly(1);
        }
        assertThatThrownBy(() -> provider.create(options(provider, folder.resolve("none"), "cpu")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none is not a folder");
        assertThatThrownBy(() -> provider.create(Options.parse(provider, Map.of())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("path");
    }

    @Test
    void absentGpuIsAnError() {
        Assumptions.assumeFalse(TorchRuntime.hasGpu(), "a GPU is here");
        AniProvider provider = new AniProvider();
        assertThatThrownBy(() -> provider.create(options(provider, folder, "gpu")))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("no CUDA device");
    }

    private static Options options(AniProvider provider, Path path, String device) {
        return Options.parse(provider, Map.of("path", path.toString(), "device", device));
    }

    private void refused(String... parts) {
        assertThatThrownBy(() -> AniFolder.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(parts);
    }
}
