package org.lowland.potential.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.IOException;
import java.util.List;
import org.lowland.api.BackendException;

/**
 * Overwrites a tensor's values in place. DJL's own {@code set} makes the tensor point at a Java buffer instead, whose
 * lifetime libtorch does not know; a one-line script copies the values.
 */
final class TensorCopy {
    private static final String SCRIPT = "  def forward(self, source: Tensor, target: Tensor) -> Tensor:\n"
            + "    return torch.copy_(target, source)\n";

    private final PtSymbolBlock block;

    TensorCopy(PtNDManager manager) {
        try {
            block = TorchModule.loadBlock(
                    manager, TorchScriptArchive.write(new ScriptModule("TensorCopy", SCRIPT, List.of())));
        } catch (IOException failure) {
            throw new BackendException("libtorch cannot read the script that copies tensors", failure);
        }
    }

    /** Both tensors on one device, of one shape and type; the source is in a scope that is closed soon. */
    void into(NDArray target, NDArray source) {
        TorchRuntime.enableGradients(false);
        try {
            IValueUtils.forward(block, new NDList(source, target), true);
        } finally {
            TorchRuntime.enableGradients(true);
        }
    }
}
