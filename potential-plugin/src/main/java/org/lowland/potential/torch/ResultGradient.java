package org.lowland.potential.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.IOException;
import java.util.List;
import org.lowland.api.BackendException;

/**
 * Differentiates what another module returned by the arguments that it was given. Asking libtorch for gradients of named
 * arguments leaves no gradients behind, neither in arguments nor in parameters, so calls side by side do not meet.
 */
final class ResultGradient {
    /** DJL hands arguments of one name that ends so over as one list. */
    private static final String LIST = "by[]";

    private static final String SCRIPT =
            """
            def forward(self, result: Tensor, by: List[Tensor]) -> List[Tensor]:
              found = annotate(List[Tensor], [])
              none = torch.zeros([0], dtype=result.dtype, device=result.device)
              if ops.prim.requires_grad(result):
                gradients = torch.autograd.grad([torch.sum(result)], by, None, False, False, True)
                for i in range(torch.len(gradients)):
                  g = gradients[i]
                  if torch.__is__(g, None):
                    _0 = torch.append(found, none)
                  else:
                    _1 = torch.append(found, unchecked_cast(Tensor, g))
              else:
                for i in range(torch.len(by)):
                  _2 = torch.append(found, none)
              return found
            """;

    private final PtSymbolBlock block;

    ResultGradient(PtNDManager manager) {
        try {
            block = TorchModule.loadBlock(
                    manager, TorchScriptArchive.write(new ScriptModule("ResultGradient", SCRIPT.indent(2), List.of())));
        } catch (IOException failure) {
            throw new BackendException("libtorch cannot read the script that differentiates results", failure);
        }
    }

    /**
     * The gradients of the sum of a result.
     *
     * @param scope that the gradients will belong to
     * @param result as it came back; it cannot be differentiated again
     * @param by arguments that require a gradient
     * @return one for each argument, of no elements where the result does not depend on it
     */
    NDList of(NDManager scope, NDArray result, List<NDArray> by) {
        NDList arguments = new NDList(result);
        for (NDArray argument : by) {
            argument.setName(LIST);
            arguments.add(argument);
        }
        NDList gradients = IValueUtils.forward(block, arguments, true);
        gradients.attach(scope);
        return gradients;
    }
}
