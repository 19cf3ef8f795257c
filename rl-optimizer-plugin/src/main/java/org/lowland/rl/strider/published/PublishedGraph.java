package org.lowland.rl.strider.published;

import java.util.Arrays;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.NeighborList;
import org.lowland.rl.strider.episode.Situation;

/**
 * The graph of a situation: nodes with the energy of their pairs and that of their neighbours, an edge both ways between
 * atoms closer than the cutoff of their kinds, with the vector between them and its length less σ.
 */
final class PublishedGraph {
    /** Numbers of an edge. */
    static final int EDGE = 4;

    final int nodes;
    final int edges;
    final int[] sender;
    final int[] receiver;
    final int[] degree;
    final double[] edge;
    final double[] node;
    private final PublishedForm form;

    PublishedGraph(PublishedForm form, Situation state) {
        this.form = form;
        this.nodes = state.atoms();
        int[] kinds = form.kinds(state.system());
        NeighborList pairs = NeighborList.allImages(state.system(), form.longestCutoff());
        int[] senders = new int[2 * pairs.size()];
        int[] receivers = new int[2 * pairs.size()];
        double[] numbers = new double[2 * EDGE * pairs.size()];
        this.degree = new int[nodes];
        int count = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            int first = pairs.first(pair);
            int second = pairs.second(pair);
            double distance = Math.sqrt(pairs.squaredDistance(pair));
            if (distance >= form.cutoff().get(kinds[first]).get(kinds[second])) {
                continue;
            }
            double beyond = distance - form.sigma().get(kinds[first]).get(kinds[second]);
            for (int sign = 1; sign >= -1; sign -= 2) {
                senders[count] = sign > 0 ? first : second;
                receivers[count] = sign > 0 ? second : first;
                numbers[EDGE * count] = sign * pairs.x(pair);
                numbers[EDGE * count + 1] = sign * pairs.y(pair);
                numbers[EDGE * count + 2] = sign * pairs.z(pair);
                numbers[EDGE * count + 3] = beyond;
                degree[receivers[count]]++;
                count++;
            }
        }
        this.edges = count;
        this.sender = Arrays.copyOf(senders, count);
        this.receiver = Arrays.copyOf(receivers, count);
        this.edge = Arrays.copyOf(numbers, EDGE * count);
        this.node = nodes(state, kinds);
    }

    private double[] nodes(Situation state, int[] kinds) {
        double[] shares = state.atomEnergies();
        if (shares.length != nodes) {
            throw new UnsupportedException("The published policy looks at the energy of each atom, which the potential"
                    + " does not tell; use a sum of pair energies such as 'kob-andersen'");
        }
        int width = form.nodeFeatures();
        double[] numbers = new double[nodes * width];
        for (int atom = 0; atom < nodes; atom++) {
            // All of the energy of its pairs, of which the atom's share is half.
            numbers[atom * width] = 2 * shares[atom];
        }
        for (int e = 0; e < edges; e++) {
            numbers[receiver[e] * width + 1] += 2 * shares[sender[e]];
        }
        for (int atom = 0; atom < nodes; atom++) {
            double sum = numbers[atom * width + 1] / (form.sumsPerAtoms() ? nodes : 1);
            numbers[atom * width + 1] = sum;
            numbers[atom * width + 2] = sum / Math.max(1, degree[atom]);
            if (form.species()) {
                numbers[atom * width + 3 + kinds[atom]] = 1;
            }
        }
        return numbers;
    }

    /**
     * Adds the gradient by positions and energies of atoms.
     *
     * @param byNode gradient by the numbers of the nodes
     * @param byEdge gradient by those of the edges
     * @param sum gradient by positions, at its beginning
     * @param energies where the gradient by the shares of the atoms begins in it
     */
    void pullback(double[] byNode, double[] byEdge, double[] sum, int energies) {
        for (int e = 0; e < edges; e++) {
            double x = edge[EDGE * e];
            double y = edge[EDGE * e + 1];
            double z = edge[EDGE * e + 2];
            double along = byEdge[EDGE * e + 3] / Math.sqrt(x * x + y * y + z * z);
            for (int axis = 0; axis < 3; axis++) {
                double by = byEdge[EDGE * e + axis] + along * edge[EDGE * e + axis];
                sum[3 * receiver[e] + axis] += by;
                sum[3 * sender[e] + axis] -= by;
            }
        }
        int width = form.nodeFeatures();
        double[] bySum = new double[nodes];
        for (int atom = 0; atom < nodes; atom++) {
            sum[energies + atom] += 2 * byNode[atom * width];
            bySum[atom] = (byNode[atom * width + 1] + byNode[atom * width + 2] / Math.max(1, degree[atom]))
                    / (form.sumsPerAtoms() ? nodes : 1);
        }
        for (int e = 0; e < edges; e++) {
            sum[energies + sender[e]] += 2 * bySum[receiver[e]];
        }
    }
}
