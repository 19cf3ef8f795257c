package org.lowland.io.bonds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openscience.cdk.graph.Matching;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Pairs up what atoms lack. Every bond that an atom lacks is a vertex, vertices of neighbouring atoms are joined, and a
 * maximum matching (J. Edmonds, Can. J. Math. 17, 449 (1965)) of them raises the orders of the bonds.
 */
final class BondOrders {
    private static final int MOST_TRIALS = 64;
    private static final Map<Integer, Integer> METALS =
            Map.of(3, 1, 11, 1, 19, 1, 37, 1, 55, 1, 12, 2, 20, 2, 38, 2, 56, 2, 30, 2);
    private static final Set<Integer> HALOGENS = Set.of(9, 17, 35, 53);
    private static final int[] ANIONS = {9, 17, 35, 53, 8, 16, 34, 7};

    private final IAtomContainer molecule;
    private final Valences valences;
    private int[] orders;
    private int[] open;

    BondOrders(IAtomContainer molecule, Valences valences) {
        this.molecule = molecule;
        this.valences = valences;
    }

    /** The order of a bond. */
    int order(int bond) {
        return orders[bond];
    }

    /** The valences of an atom that stay open. */
    int open(int atom) {
        return open[atom];
    }

    /** Finds orders, and charges for valences that stay open until they add up. */
    void assign(int charge) {
        match();
        while (formsSalt()) {
            match();
        }
        int trials = 0;
        while (valences.sum() != charge && trials < MOST_TRIALS) {
            boolean changed = valences.sum() > charge ? addNegative() : addPositive();
            if (!changed) {
                return;
            }
            match();
            trials++;
        }
    }

    /**
     * Makes zwitterions of what would be diradicals, where that closes all shells it touches: a nitrogen with three
     * neighbours becomes positive as in pyridinium, and an open valence elsewhere a lone pair, as in betaines and sydnones.
     *
     * @return whether it did
     */
    boolean separateCharges() {
        int before = unpaired();
        int unpaired = before;
        while (unpaired > 1 && separatesOnce(unpaired)) {
            unpaired = unpaired();
        }
        return unpaired < before;
    }

    private boolean separatesOnce(int before) {
        for (IAtom atom : molecule.atoms()) {
            int index = atom.getIndex();
            if (atom.getAtomicNumber() != 7 || atom.getBondCount() != 3 || valences.charge(index) != 0) {
                continue;
            }
            valences.change(index, 1, 1);
            match();
            if (unpaired() < before) {
                for (int element : ANIONS) {
                    if (addNegative(element)) {
                        match();
                        return true;
                    }
                }
            }
            valences.change(index, -1, -1);
            match();
        }
        return false;
    }

    private int unpaired() {
        return Arrays.stream(open).sum();
    }

    /** A bare metal gives an electron to a bare halogen or to an open valence of an electronegative atom. */
    private boolean formsSalt() {
        int metal = bareMetal();
        if (metal < 0) {
            return false;
        }
        for (int element : ANIONS) {
            if (addNegative(element)) {
                valences.change(metal, 1, 0);
                return true;
            }
        }
        return false;
    }

    /** An alkali or alkaline earth metal, or zinc, without neighbours and not charged up yet; -1 when there is none. */
    private int bareMetal() {
        for (IAtom atom : molecule.atoms()) {
            int most = METALS.getOrDefault(atom.getAtomicNumber(), 0);
            if (atom.getBondCount() == 0 && valences.charge(atom.getIndex()) < most) {
                return atom.getIndex();
            }
        }
        return -1;
    }

    /** An open valence becomes a lone pair, on the most electronegative atom. */
    private boolean addNegative() {
        for (int element : new int[] {9, 17, 35, 53, 8, 16, 34, 7, 15, 6, 1}) {
            if (addNegative(element)) {
                return true;
            }
        }
        return false;
    }

    private boolean addNegative(int element) {
        for (IAtom atom : molecule.atoms()) {
            int index = atom.getIndex();
            boolean bareHalogen = HALOGENS.contains(element) && atom.getBondCount() == 0 && valences.charge(index) == 0;
            if (atom.getAtomicNumber() == element && (open[index] > 0 || bareHalogen)) {
                valences.change(index, -1, open[index] > 0 ? -1 : 0);
                return true;
            }
        }
        return false;
    }

    /**
     * A positive charge: on a metal; on a nitrogen with three neighbours, when that pairs up an open valence elsewhere,
     * as in pyridinium; or on an atom with an open valence.
     */
    private boolean addPositive() {
        int metal = bareMetal();
        if (metal >= 0) {
            valences.change(metal, 1, 0);
            return true;
        }
        int before = unpaired();
        for (IAtom atom : molecule.atoms()) {
            int index = atom.getIndex();
            if (before > 0 && atom.getAtomicNumber() == 7 && atom.getBondCount() == 3 && valences.charge(index) == 0) {
                valences.change(index, 1, 1);
                match();
                if (unpaired() < before) {
                    return true;
                }
                valences.change(index, -1, -1);
            }
        }
        match();
        for (int element : new int[] {6, 7, 16, 8, 1}) {
            for (int atom = 0; atom < open.length; atom++) {
                if (open[atom] > 0 && molecule.getAtom(atom).getAtomicNumber() == element) {
                    valences.change(atom, 1, -1);
                    return true;
                }
            }
        }
        return false;
    }

    private void match() {
        orders = new int[molecule.getBondCount()];
        Arrays.fill(orders, 1);
        open = new int[molecule.getAtomCount()];
        List<Integer> owners = new ArrayList<>();
        int[] first = new int[open.length + 1];
        for (int atom = 0; atom < open.length; atom++) {
            open[atom] = valences.lacking(atom);
            first[atom + 1] = first[atom] + open[atom];
            for (int k = 0; k < open[atom]; k++) {
                owners.add(atom);
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        // CDK does not look at an odd number of vertices, so that one without neighbours makes it even
        int vertices = owners.size();
        int[][] graph = new int[vertices + vertices % 2][];
        Arrays.fill(graph, new int[0]);
        for (int vertex = 0; vertex < vertices; vertex++) {
            graph[vertex] = neighbours(owners.get(vertex), first);
        }
        Matching matching = Matching.withCapacity(graph.length);
        BitSet all = new BitSet();
        all.set(0, graph.length);
        matching.perfect(graph, all);
        for (int vertex = 0; vertex < vertices; vertex++) {
            if (matching.matched(vertex) && matching.other(vertex) > vertex) {
                raise(owners.get(vertex), owners.get(matching.other(vertex)));
            }
        }
    }

    private int[] neighbours(int atom, int[] first) {
        List<Integer> vertices = new ArrayList<>();
        for (IAtom other : molecule.getConnectedAtomsList(molecule.getAtom(atom))) {
            for (int vertex = first[other.getIndex()]; vertex < first[other.getIndex() + 1]; vertex++) {
                vertices.add(vertex);
            }
        }
        return vertices.stream().mapToInt(Integer::intValue).toArray();
    }

    private void raise(int atom, int other) {
        IBond bond = molecule.getBond(molecule.getAtom(atom), molecule.getAtom(other));
        orders[bond.getIndex()]++;
        open[atom]--;
        open[other]--;
    }
}
