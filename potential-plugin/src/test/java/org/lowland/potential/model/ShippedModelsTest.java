package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.potential.torch.TorchScriptArchive;
import org.lowland.potential.train.CardSummary;

/** What lies beside a shipped model is of that model. */
class ShippedModelsTest {
    private static byte[] file(String id, String name) throws IOException {
        try (InputStream in =
                ShippedModelsTest.class.getResourceAsStream("/META-INF/lowland/models/" + id + "/" + name)) {
            assertThat(in).as("%s of %s", name, id).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    void theCommitteeIsToldApartToo() throws IOException {
        PotentialProvider organic = Providers.potentials().get("organic");
        Map<String, String> checksums = organic.checksums(Options.parse(organic, Map.of()));
        assertThat(checksums)
                .containsOnlyKeys("calibration.json", "committee-1.pt", "committee-2.pt", "committee-3.pt");
        for (Map.Entry<String, String> entry : checksums.entrySet()) {
            assertThat(entry.getValue()).isEqualTo(Checksum.of(file("organic", entry.getKey())));
        }
        PotentialProvider aspirin = Providers.potentials().get("aspirin");
        assertThat(aspirin.checksums(Options.parse(aspirin, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organic", "aspirin"})
    void theCardIsOfTheArchive(String id) throws IOException, NoSuchAlgorithmException {
        byte[] archive = file(id, "model.pt");
        String card = new String(file(id, "card.md"), StandardCharsets.UTF_8);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        assertThat(card).contains("- SHA-256 of model.pt: " + sum);
        PotentialProvider provider = Providers.potentials().get(id);
        assertThat(provider.modelChecksum(Options.parse(provider, Map.of()))).contains(sum);
        ModelMetadata metadata =
                ModelMetadata.fromJson(TorchScriptArchive.readMetadata(archive).orElseThrow());
        CardSummary summary = CardSummary.of(card, id);
        assertThat(summary.parameters()).isEqualTo(metadata.parameters());
        assertThat(summary.forceMae()).isBetween(1e-4, 0.1);
        assertThat(card).contains(metadata.levelOfTheory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organic", "aspirin"})
    void theCurveAndTheConfigurationAreThere(String id) throws IOException {
        assertThat(new String(file(id, "curve.csv"), StandardCharsets.UTF_8)).startsWith("step,");
        assertThat(file(id, "curve.png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(file(id, "training.yaml"), StandardCharsets.UTF_8))
                .contains("kind: potential");
    }
}
