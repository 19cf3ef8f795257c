package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;

class ModelMetadataTest {
    private final ModelMetadata metadata = new ModelMetadata(
            "toy",
            "painn",
            12,
            List.of(1, 8),
            5.0,
            Map.of(1, -13.5, 8, -2041.25),
            List.of(0),
            false,
            false,
            true,
            true,
            List.of("H2O"),
            "any",
            "Å, eV, eV/Å");

    @Test
    void comesBackFromJson() {
        assertThat(ModelMetadata.fromJson(metadata.toJson())).isEqualTo(metadata);
    }

    @Test
    void isSmoothAndConservativeWhereAnOlderArchiveDoesNotSay() {
        String older = metadata.toJson().replaceAll("\"(smooth|conservative)\" : \\w+,", "");
        assertThat(older).doesNotContain("smooth").doesNotContain("conservative");
        assertThat(ModelMetadata.fromJson(older).smooth()).isTrue();
        assertThat(ModelMetadata.fromJson(older).conservative()).isTrue();
        assertThat(metadata.smooth()).isFalse();
    }

    @Test
    void isForManyMoleculesAndHasEnergiesWhereAnOlderArchiveDoesNotSay() {
        String older =
                metadata.toJson().replaceAll("\"energies\" : \\w+,", "").replaceAll("\"molecules\" : \\[[^]]*\\],", "");
        assertThat(older).doesNotContain("molecules").doesNotContain("energies\"");
        assertThat(ModelMetadata.fromJson(older).molecules()).isEmpty();
        assertThat(ModelMetadata.fromJson(older).forces()).isEqualTo(Domain.Forces.CONSERVATIVE);
        String direct = metadata.toJson().replace("\"conservative\" : true", "\"conservative\" : false");
        assertThat(ModelMetadata.fromJson(direct).forces()).isEqualTo(Domain.Forces.DIRECT);
        assertThat(ModelMetadata.fromJson(direct.replace("\"energies\" : true", "\"energies\" : false"))
                        .forces())
                .isEqualTo(Domain.Forces.ALONE);
    }

    @Test
    void addsUpSelfEnergies() {
        AtomicSystem water = AtomicSystem.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0});
        assertThat(metadata.selfEnergy(water)).isCloseTo(-2068.25, within(1e-9));
    }

    @Test
    void refusesOtherUnitsAndMissingSelfEnergies() {
        String json = metadata.toJson();
        assertThatThrownBy(() -> ModelMetadata.fromJson(json.replace("eV/Å", "Hartree/bohr")))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("units");
        assertThatThrownBy(() -> ModelMetadata.fromJson(json.replace("\"8\"", "\"9\"")))
                .isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> ModelMetadata.fromJson("{}")).isInstanceOf(BackendException.class);
    }
}
