package org.lowland.potential.model;

/** {@code organic} in Lowland's own kernel. */
class OrganicKernelTest extends OrganicContract {
    @Override
    String engine() {
        return "kernel";
    }
}
