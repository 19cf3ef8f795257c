package org.lowland.potential.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;

class TorchScriptArchiveTest {
    @Test
    void sameModuleGivesSameBytes() {
        assertThat(TorchScriptArchive.write(Quadratic.single()))
                .isEqualTo(TorchScriptArchive.write(Quadratic.single()));
    }

    @Test
    void metadataComesBack() {
        byte[] archive = TorchScriptArchive.write(Quadratic.single());
        assertThat(TorchScriptArchive.readMetadata(archive)).contains("{\"cutoff\": 5.0}");
        assertThat(TorchScriptArchive.readExtraFile(archive, "other.json")).isEmpty();
    }

    @Test
    void bytesThatAreNoArchiveAreRefusedInWords() {
        assertThatThrownBy(() -> TorchScriptArchive.readMetadata(new byte[] {1, 2, 3}))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("not a TorchScript archive");
        assertThatThrownBy(() -> TorchModule.load(new byte[] {1, 2, 3}, Device.CPU))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("3 bytes");
    }

    @Test
    void badDescriptionsAreRefused() {
        HostTensor one = HostTensor.of(new float[1], 1);
        assertThatThrownBy(() -> NamedTensor.parameter("a.b", one)).hasMessageContaining("a.b");
        assertThatThrownBy(() -> NamedTensor.parameter("n", HostTensor.scalar(1)))
                .hasMessageContaining("integer");
        assertThatThrownBy(() -> HostTensor.of(new float[5], 2, 3)).hasMessageContaining("[2, 3]");
        NamedTensor a = NamedTensor.parameter("a", one);
        assertThatThrownBy(() -> new ScriptModule("M", "", List.of(a, a))).hasMessageContaining("two tensors");
        ScriptModule module = new ScriptModule("M", "", List.of(a));
        assertThatThrownBy(() -> module.withValues(List.of(NamedTensor.parameter("a", HostTensor.of(new float[2], 2)))))
                .hasMessageContaining("cannot become");
    }
}
