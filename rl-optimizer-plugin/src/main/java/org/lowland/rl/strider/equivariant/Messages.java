package org.lowland.rl.strider.equivariant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.TensorProduct;
import org.lowland.potential.equivariant.Wigner3j;

/**
 * Channel-wise products of the features of neighbours with harmonics of their direction, {@link TensorProduct}, summed
 * over the neighbours, forward and backward. Immutable.
 */
final class Messages {
    private final Irreps output;
    private final List<Route> routes;
    private final int inputs;
    private final int outputs;
    private final int weights;
    private final int coupled;

    /**
     * A path of the product: so many copies of a representation, each with a weight of its own.
     *
     * @param coupling by components of feature, harmonics and result, times the coefficient of the path
     * @param odd whether it changes its sign in the other direction
     * @param at where its matrix begins among those of a pair
     */
    private record Route(
            int copies,
            int read,
            int in,
            int harmonics,
            int write,
            int out,
            int begin,
            double[][][] coupling,
            boolean odd,
            int at) {}

    Messages(Irreps hidden, Irreps harmonics) {
        Set<Irrep> wanted = new HashSet<>();
        hidden.terms().forEach(term -> wanted.add(term.irrep()));
        TensorProduct product = TensorProduct.channelWise(hidden, harmonics, wanted);
        this.output = product.output();
        this.inputs = hidden.dimension();
        this.outputs = output.dimension();
        this.weights = product.weights();
        this.routes = new ArrayList<>();
        int at = 0;
        for (TensorProduct.Path path : product.paths()) {
            Irreps.Term from = hidden.terms().get(path.first());
            Irrep direction = harmonics.terms().get(path.second()).irrep();
            Irrep result = output.terms().get(path.output()).irrep();
            double[][][] coupling = Wigner3j.real(from.irrep().degree(), direction.degree(), result.degree());
            for (double[][] plane : coupling) {
                for (double[] row : plane) {
                    for (int k = 0; k < row.length; k++) {
                        row[k] *= path.coefficient();
                    }
                }
            }
            routes.add(new Route(
                    from.count(),
                    hidden.slices().get(path.first()).begin(),
                    from.irrep().dimension(),
                    harmonics.slices().get(path.second()).begin(),
                    output.slices().get(path.output()).begin(),
                    result.dimension(),
                    path.begin(),
                    coupling,
                    direction.degree() % 2 == 1,
                    at));
            at += from.irrep().dimension() * result.dimension();
        }
        this.coupled = at;
    }

    /** What the sums are made of. */
    Irreps output() {
        return output;
    }

    /** Weights of the product for a pair. */
    int weights() {
        return weights;
    }

    /** For each pair the matrices from features to results, all routes one after another. */
    double[] matrices(Neighbourhood near) {
        double[] all = new double[near.pairs * coupled];
        for (int pair = 0; pair < near.pairs; pair++) {
            double[] y = near.harmonics.get(pair);
            for (Route route : routes) {
                int at = pair * coupled + route.at;
                for (double[][] plane : route.coupling) {
                    for (int j = 0; j < plane.length; j++) {
                        for (int m = 0; m < route.out; m++) {
                            all[at + m] += plane[j][m] * y[route.harmonics + j];
                        }
                    }
                    at += route.out;
                }
            }
        }
        return all;
    }

    /** The sums over neighbours, atom after atom. */
    double[] sums(Neighbourhood near, double[] matrices, double[] weight, double[] features) {
        double[] sums = new double[features.length / inputs * outputs];
        for (int pair = 0; pair < near.pairs; pair++) {
            for (Route route : routes) {
                double sign = route.odd ? -near.perNeighbour : near.perNeighbour;
                int at = pair * coupled + route.at;
                int begin = pair * weights + route.begin;
                add(
                        route,
                        near.perNeighbour,
                        matrices,
                        at,
                        weight,
                        begin,
                        features,
                        near.second[pair],
                        sums,
                        near.first[pair]);
                add(route, sign, matrices, at, weight, begin, features, near.first[pair], sums, near.second[pair]);
            }
        }
        return sums;
    }

    private void add(
            Route route,
            double sign,
            double[] matrices,
            int at,
            double[] weight,
            int begin,
            double[] features,
            int sender,
            double[] sums,
            int receiver) {
        int read = sender * inputs + route.read;
        int write = receiver * outputs + route.write;
        for (int copy = 0; copy < route.copies; copy++) {
            double factor = sign * weight[begin + copy];
            for (int i = 0; i < route.in; i++) {
                double x = factor * features[read + i];
                for (int m = 0; m < route.out; m++) {
                    sums[write + m] += x * matrices[at + i * route.out + m];
                }
            }
            read += route.in;
            write += route.out;
        }
    }

    /** Adds the gradients by weights and features from that by the sums. */
    void addGradients(
            Neighbourhood near,
            double[] matrices,
            double[] weight,
            double[] features,
            double[] bySums,
            double[] byWeight,
            double[] byFeatures) {
        for (int pair = 0; pair < near.pairs; pair++) {
            for (Route route : routes) {
                for (int way = 0; way < 2; way++) {
                    double sign = way == 1 && route.odd ? -near.perNeighbour : near.perNeighbour;
                    int sender = way == 0 ? near.second[pair] : near.first[pair];
                    int receiver = way == 0 ? near.first[pair] : near.second[pair];
                    int read = sender * inputs + route.read;
                    int write = receiver * outputs + route.write;
                    int at = pair * coupled + route.at;
                    for (int copy = 0; copy < route.copies; copy++) {
                        int place = pair * weights + route.begin + copy;
                        for (int i = 0; i < route.in; i++) {
                            double back = 0;
                            for (int m = 0; m < route.out; m++) {
                                back += matrices[at + i * route.out + m] * bySums[write + m];
                            }
                            byWeight[place] += sign * back * features[read + i];
                            byFeatures[read + i] += sign * weight[place] * back;
                        }
                        read += route.in;
                        write += route.out;
                    }
                }
            }
        }
    }
}
