package org.lowland.api.molecule;

import java.util.ArrayList;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.StereoElementFactory;

/**
 * The stereo centres of a molecule, those that it declares and those that CDK recognizes in it, with the configuration
 * of each, and whether a geometry shows them.
 *
 * <p>CDK's own configurations from 3D coordinates are signs without a tolerance, so that noise decides over a flat
 * centre; here only a centre that clearly is the one or the other counts.
 */
final class Configuration {
    /** A tenth of a regular tetrahedron; also a double bond twisted to within 17° of perpendicular. */
    private static final double CLEAR = 0.3;

    private record Expectation(StereoSite site, int sign) {}

    private final List<Expectation> expectations = new ArrayList<>();

    /**
     * The stereo centres of a molecule.
     *
     * @param molecule a copy that may be changed: CDK's perception marks rings and turns bonds around
     * @param positions 3N coordinates in Å
     */
    Configuration(IAtomContainer molecule, double[] positions) {
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            StereoSite.of(molecule, element).ifPresent(site -> {
                double measure = site.measure(positions);
                expectations.add(new Expectation(site, isClear(measure) ? sign(measure) : site.declared()));
            });
        }
        fillGaps(molecule);
        for (IStereoElement<?, ?> element :
                StereoElementFactory.using3DCoordinates(molecule).createAll()) {
            StereoSite.of(molecule, element)
                    .filter(site -> isClear(site.measure(positions)))
                    .ifPresent(site -> expectations.add(new Expectation(site, sign(site.measure(positions)))));
        }
    }

    /**
     * Whether a geometry shows all configurations.
     *
     * @param positions 3N coordinates in Å
     * @return false when a centre is inverted or flat
     */
    boolean isKept(double[] positions) {
        return expectations.stream().allMatch(expected -> sign(expected.site().measure(positions)) == expected.sign());
    }

    private static boolean isClear(double measure) {
        return Math.abs(measure) > CLEAR;
    }

    private static int sign(double measure) {
        return (int) Math.signum(measure);
    }

    /** CDK's perception fails on counts and orders that are not set. */
    private static void fillGaps(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            if (atom.getImplicitHydrogenCount() == null) {
                atom.setImplicitHydrogenCount(0);
            }
        }
        for (IBond bond : molecule.bonds()) {
            if (bond.getOrder() == null) {
                bond.setOrder(IBond.Order.UNSET);
            }
        }
    }
}
