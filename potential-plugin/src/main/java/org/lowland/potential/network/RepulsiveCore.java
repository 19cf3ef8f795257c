package org.lowland.potential.network;

import java.util.List;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.openscience.cdk.config.Elements;

/**
 * The repulsion of nuclei under a network, for pairs of atoms closer than any data to learn from: the universal screened
 * Coulomb energy of J. F. Ziegler, J. P. Biersack, U. Littmark, The Stopping and Range of Ions in Solids (1985),
 * φ(x) = Σ aᵢ exp(-bᵢ x) with x = d (Z₁^0.23 + Z₂^0.23) / 0.46850 Å.
 *
 * <p>With the sum R of two covalent radii, the network alone counts from {@code outer} R on; below, its filters fade out
 * with a quintic step s(d) of two continuous derivatives while (1 - s) times the screened energy fades in; below
 * {@code inner} R the pair does not see each other in the network at all. Bonds are not touched as long as
 * {@code outer} R is shorter than any of them.
 *
 * @param inner in units of the sum of covalent radii
 * @param outer in the same units, larger
 */
public record RepulsiveCore(double inner, double outer) {
    /** The name of the tensor of covalent radii in Å, one for each species. */
    public static final String RADII = "core_radii";

    /** The name of the tensor of nuclear charges, one for each species. */
    public static final String CHARGES = "core_charges";

    /** The name of the tensor of {@code inner} and {@code outer}. */
    public static final String RANGE = "core_range";

    /** e²/4πε₀ in eV Å (CODATA 2018). */
    public static final double COULOMB = 14.3996454784255;

    /** The screening length in Å that x is measured in, for Z₁^0.23 + Z₂^0.23 = 1. */
    public static final double SCREENING_LENGTH = 0.46850;

    /** The power of the nuclear charges in the screening length. */
    public static final double SCREENING_POWER = 0.23;

    /** The weights aᵢ of the screening function. */
    public static final List<Double> WEIGHTS = List.of(0.18175, 0.50986, 0.28022, 0.02817);

    /** The decays bᵢ of the screening function. */
    public static final List<Double> DECAYS = List.of(3.19980, 0.94229, 0.40290, 0.20162);

    /** Checks the range. */
    public RepulsiveCore {
        if (!(0 < inner && inner < outer && outer < 1)) {
            throw new IllegalArgumentException("the core needs 0 < inner < outer < 1: " + inner + ", " + outer);
        }
    }

    List<NamedTensor> tensors(List<Integer> elements, HostTensor.Type type) {
        double[] radii = elements.stream()
                .mapToDouble(z -> Elements.ofNumber(z).covalentRadius())
                .toArray();
        double[] charges = elements.stream().mapToDouble(Integer::doubleValue).toArray();
        return List.of(
                NamedTensor.buffer(RADII, HostTensor.real(type, radii, radii.length)),
                NamedTensor.buffer(CHARGES, HostTensor.real(type, charges, charges.length)),
                NamedTensor.buffer(RANGE, HostTensor.real(type, new double[] {inner, outer}, 2)));
    }
}
