package org.lowland.potential.model;

/** {@code organic} in libtorch. */
class OrganicTorchScriptTest extends OrganicContract {
    @Override
    String engine() {
        return "torchscript";
    }
}
