package org.lowland.potential.analytic;

import org.lowland.api.system.NeighborList;

/**
 * Sums the pairs and the angles of one system. In units of ε and σ a pair has the energy A (B r⁻⁴ − 1) exp(1/(r − a)), an
 * angle with sides r and s has λ exp(γ/(r − a) + γ/(s − a)) (cos θ + ⅓)². Used once.
 */
final class StillingerWeberSum {
    /** The cosine of the tetrahedral angle. */
    private static final double TETRAHEDRAL = -1.0 / 3;

    private final NeighborList pairs;
    private final StillingerWeber.Constants constants;

    /** Where the neighbours of each atom begin, and for each the pair, with a bit that says from which end. */
    private final int[] begin;

    private final int[] neighbours;

    /** Of every pair: the distance, the weight exp(γ/(r − a)) of its angles and its derivative over itself, per Å. */
    private final double[] distance;

    private final double[] weight;
    private final double[] decay;
    private final double[] forces;
    private final double[] shares;
    private final double[] virial = new double[6];
    private double energy;
    private double closest = Double.POSITIVE_INFINITY;

    StillingerWeberSum(NeighborList pairs, int atoms, StillingerWeber.Constants constants) {
        this.pairs = pairs;
        this.constants = constants;
        this.begin = new int[atoms + 1];
        this.neighbours = new int[2 * pairs.size()];
        this.distance = new double[pairs.size()];
        this.weight = new double[pairs.size()];
        this.decay = new double[pairs.size()];
        this.forces = new double[3 * atoms];
        this.shares = new double[atoms];
        for (int pair = 0; pair < pairs.size(); pair++) {
            begin[pairs.first(pair) + 1]++;
            begin[pairs.second(pair) + 1]++;
        }
        for (int atom = 0; atom < atoms; atom++) {
            begin[atom + 1] += begin[atom];
        }
        int[] next = begin.clone();
        for (int pair = 0; pair < pairs.size(); pair++) {
            neighbours[next[pairs.first(pair)]++] = 2 * pair;
            neighbours[next[pairs.second(pair)]++] = 2 * pair + 1;
        }
    }

    PairSum sum() {
        for (int pair = 0; pair < pairs.size(); pair++) {
            addPair(pair);
        }
        for (int atom = 0; atom + 1 < begin.length; atom++) {
            for (int one = begin[atom]; one < begin[atom + 1]; one++) {
                for (int other = one + 1; other < begin[atom + 1]; other++) {
                    addAngle(atom, neighbours[one], neighbours[other]);
                }
            }
        }
        return new PairSum(energy, forces, virial, closest, shares);
    }

    private void addPair(int pair) {
        double squared = pairs.squaredDistance(pair);
        closest = Math.min(closest, squared);
        double length = Math.sqrt(squared);
        double sigma = constants.sigma();
        double r = length / sigma;
        double beyond = 1 / (r - constants.a());
        distance[pair] = length;
        weight[pair] = Math.exp(constants.gamma() * beyond);
        decay[pair] = -constants.gamma() * beyond * beyond / sigma;
        double strength = constants.epsilon() * constants.strength() * Math.exp(beyond);
        double repulsion = constants.repulsion() / (r * r * r * r);
        double e = strength * (repulsion - 1);
        energy += e;
        shares[pairs.first(pair)] += e / 2;
        shares[pairs.second(pair)] += e / 2;
        double slope = -strength * (4 * repulsion / r + (repulsion - 1) * beyond * beyond) / sigma;
        double x = pairs.x(pair);
        double y = pairs.y(pair);
        double z = pairs.z(pair);
        double pull = slope / length;
        pull(pairs.first(pair), pairs.second(pair), pull * x, pull * y, pull * z, x, y, z);
    }

    /** The angle at an atom between two of its neighbours, each a pair and its end. */
    private void addAngle(int atom, int one, int other) {
        int p = one >> 1;
        int q = other >> 1;
        int signP = 1 - 2 * (one & 1);
        int signQ = 1 - 2 * (other & 1);
        double r = distance[p];
        double s = distance[q];
        double ux = signP * pairs.x(p) / r;
        double uy = signP * pairs.y(p) / r;
        double uz = signP * pairs.z(p) / r;
        double vx = signQ * pairs.x(q) / s;
        double vy = signQ * pairs.y(q) / s;
        double vz = signQ * pairs.z(q) / s;
        double cosine = ux * vx + uy * vy + uz * vz;
        double bend = cosine - TETRAHEDRAL;
        double strength = constants.epsilon() * constants.lambda() * weight[p] * weight[q];
        double e = strength * bend * bend;
        energy += e;
        shares[atom] += e / 3;
        shares[end(one)] += e / 3;
        shares[end(other)] += e / 3;
        double byCosine = 2 * strength * bend;
        double alongU = e * decay[p] - byCosine * cosine / r;
        double alongV = e * decay[q] - byCosine * cosine / s;
        double acrossU = byCosine / r;
        double acrossV = byCosine / s;
        pull(
                atom,
                end(one),
                alongU * ux + acrossU * vx,
                alongU * uy + acrossU * vy,
                alongU * uz + acrossU * vz,
                r * ux,
                r * uy,
                r * uz);
        pull(
                atom,
                end(other),
                alongV * vx + acrossV * ux,
                alongV * vy + acrossV * uy,
                alongV * vz + acrossV * uz,
                s * vx,
                s * vy,
                s * vz);
    }

    /** The atom at the far end of a neighbour's pair. */
    private int end(int neighbour) {
        int pair = neighbour >> 1;
        return (neighbour & 1) == 0 ? pairs.second(pair) : pairs.first(pair);
    }

    /** Adds a derivative of the energy by the vector from one atom to another. */
    private void pull(int from, int to, double fx, double fy, double fz, double x, double y, double z) {
        forces[3 * from] += fx;
        forces[3 * from + 1] += fy;
        forces[3 * from + 2] += fz;
        forces[3 * to] -= fx;
        forces[3 * to + 1] -= fy;
        forces[3 * to + 2] -= fz;
        virial[0] += fx * x;
        virial[1] += (fx * y + fy * x) / 2;
        virial[2] += (fx * z + fz * x) / 2;
        virial[3] += fy * y;
        virial[4] += (fy * z + fz * y) / 2;
        virial[5] += fz * z;
    }
}
