package org.lowland.potential.distill.species;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * All molecules of a recipe: those of its lists and files, and fragments, without those that are set aside or excluded and
 * what would come from them.
 *
 * @param sources the molecules that frames are made of
 * @param setAside those that were chosen to be left out, in the order of the choice
 */
public record SpeciesCatalog(List<Source> sources, List<Species> setAside) {

    /** Keeps copies of the lists. */
    public SpeciesCatalog {
        sources = List.copyOf(sources);
        setAside = List.copyOf(setAside);
    }

    /**
     * Collects the molecules.
     *
     * @param settings which there are
     * @param setAside which are chosen to be left out, if any
     * @param excluded lists of SMILES of more that are left out
     * @param elements atomic numbers of the teacher
     * @param resolve where a file stands
     * @param seed of random choices
     * @return the molecules in the order of the settings
     * @throws org.lowland.api.InputException when a file cannot be read
     */
    public static SpeciesCatalog of(
            SpeciesSettings settings,
            Optional<SetAside> setAside,
            List<String> excluded,
            Set<Integer> elements,
            Function<String, Path> resolve,
            long seed) {
        ChemistryFilter filter = new ChemistryFilter(elements, settings.largestMolecule());
        Set<String> left = new HashSet<>();
        for (String list : excluded) {
            SpeciesList.column(resolve.apply(list)).forEach(smiles -> left.add(filter.keyOf(smiles)));
        }
        List<Species> chosen = setAside.map(choice -> chosen(choice, filter, Set.copyOf(left), resolve))
                .orElse(List.of());
        chosen.forEach(species -> left.add(species.key()));
        Collector collector = new Collector(settings, filter, left, resolve);
        collector.monomers();
        collector.clusters(new Well19937c(seed));
        collector.lists();
        return new SpeciesCatalog(collector.sources, chosen);
    }

    private static List<Species> chosen(
            SetAside choice, ChemistryFilter filter, Set<String> excluded, Function<String, Path> resolve) {
        ChemistryFilter sizes = filter.upTo(choice.largest());
        List<Species> candidates =
                SpeciesList.read(choice.lists().stream().map(resolve).toList(), sizes, excluded);
        return choice.choose(candidates.stream()
                .filter(species -> ChemistryFilter.atoms(sizes.molecule(species)) >= choice.smallest())
                .toList());
    }

    /** Collects the sources one kind after the other. */
    private static final class Collector {
        private final SpeciesSettings settings;
        private final ChemistryFilter filter;
        private final Set<String> left;
        private final Function<String, Path> resolve;
        private final List<Source> sources = new ArrayList<>();

        private Collector(
                SpeciesSettings settings, ChemistryFilter filter, Set<String> left, Function<String, Path> resolve) {
            this.settings = settings;
            this.filter = filter;
            this.left = left;
            this.resolve = resolve;
        }

        private void monomers() {
            for (String file : settings.monomers()) {
                for (SpiceStructures.Monomer monomer : SpiceStructures.monomers(resolve.apply(file), filter)) {
                    if (!left.contains(monomer.species().key())) {
                        sources.add(new Source(
                                monomer.species(), spread(monomer.conformations(), settings.conformations()), 0));
                    }
                }
            }
        }

        private void clusters(RandomGenerator random) {
            for (String file : settings.clusters()) {
                for (SpiceStructures.Mixture mixture : SpiceStructures.mixtures(resolve.apply(file), filter)) {
                    if (mixture.molecules().stream().noneMatch(species -> left.contains(species.key()))) {
                        sources.addAll(ClusterCutter.cut(mixture, settings.cut(), settings.largestMolecule(), random));
                    }
                }
            }
        }

        private void lists() {
            List<Path> files = settings.smiles().stream().map(resolve).toList();
            SpeciesSettings.FragmentSettings pieces = settings.fragments();
            int largest = pieces == null
                    ? settings.largestMolecule()
                    : Math.max(pieces.largestParent(), settings.largestMolecule());
            List<Species> listed = SpeciesList.read(files, filter.upTo(largest), left);
            for (Species species : listed) {
                if (ChemistryFilter.atoms(filter.molecule(species)) <= settings.largestMolecule()) {
                    sources.add(new Source(species, List.of(), settings.conformers()));
                }
            }
            if (pieces != null) {
                Set<String> known = new HashSet<>(left);
                sources.forEach(source -> known.add(source.species().key()));
                listed.forEach(species -> known.add(species.key()));
                listed.forEach(species -> fragments(species, pieces, known));
            }
        }

        /**
         * Fragments whose keys are not known yet. One that is itself a molecule of the recipe, set aside or excluded is
         * none of them, so that it is never on another side than the molecule itself.
         */
        private void fragments(Species parent, SpeciesSettings.FragmentSettings pieces, Set<String> known) {
            Map<String, IAtomContainer> cut =
                    new FragmentCutter().cut(filter.molecule(parent), pieces.smallest(), pieces.largest());
            int found = 0;
            for (IAtomContainer piece : shuffled(cut)) {
                Optional<Species> species = found < pieces.each() ? filter.accept(piece) : Optional.empty();
                if (species.isPresent() && known.add(species.get().key())) {
                    Species fragment = new Species(
                            parent.group(), species.get().key(), species.get().smiles());
                    sources.add(new Source(fragment, List.of(), pieces.conformers()));
                    found++;
                }
            }
        }

        /** An order that the texts decide, not the places of the cuts, so that large and small ones alternate. */
        private static Collection<IAtomContainer> shuffled(Map<String, IAtomContainer> cut) {
            Map<Integer, IAtomContainer> ordered = new TreeMap<>();
            cut.forEach((smiles, piece) -> ordered.put(smiles.hashCode() * 0x9E3779B9, piece));
            return ordered.values();
        }

        private static <T> List<T> spread(List<T> all, int count) {
            int wanted = Math.min(count, all.size());
            List<T> chosen = new ArrayList<>();
            for (int k = 0; k < wanted; k++) {
                chosen.add(all.get(k * all.size() / wanted));
            }
            return chosen;
        }
    }
}
